import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readTaxonomy } from '@iter/register';
import { Module } from '@nestjs/common';
import { DiagramsModule } from '../diagrams/diagrams.module.ts';
import { seedsFolder } from '../seeds/load-seeds.ts';
import { TAXONOMY } from '../tokens.ts';
import { Procedures } from './procedures.ts';
import { RegisterController } from './register.controller.ts';

/** The official levels are the product's own and not the body's: they are read where it is installed. */
const taxonomy = {
  provide: TAXONOMY,
  useFactory: () => readTaxonomy(readFileSync(path.join(seedsFolder, 'register', 'taxonomy.yaml'), 'utf8')),
};

/** The register of procedures and their sheets. */
@Module({
  imports: [DiagramsModule],
  controllers: [RegisterController],
  providers: [Procedures, taxonomy],
})
export class RegisterModule {}
