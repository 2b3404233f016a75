import { Module } from '@nestjs/common';
import { DecisionDefinitionsController } from './decision-definitions.controller.ts';
import { DecisionInstancesController } from './decision-instances.controller.ts';
import { EvaluateDecisionController } from './evaluate-decision.controller.ts';

/** Decisions: versions and models, asking one, and what was asked. */
@Module({
  // The evaluation's path comes before the one with a key in its place.
  controllers: [EvaluateDecisionController, DecisionDefinitionsController, DecisionInstancesController],
})
export class DecisionsModule {}
