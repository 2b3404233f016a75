import { DraftEntity } from './draft.entity.ts';
import { SeedEntity } from './seed.entity.ts';
import { VersionNoteEntity } from './version-note.entity.ts';

export const serverEntities = [DraftEntity, SeedEntity, VersionNoteEntity];
