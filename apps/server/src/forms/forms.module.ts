import { Module } from '@nestjs/common';
import { SubmittedForms } from './submitted-forms.ts';

/** What people fill in, checked against the form as it was deployed. */
@Module({ providers: [SubmittedForms], exports: [SubmittedForms] })
export class FormsModule {}
