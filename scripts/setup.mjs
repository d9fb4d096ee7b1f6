// Sets up a fresh clone: dependencies and build.
import { prepare } from './prepare.mjs';

prepare();
