// Every start of the command line loads these. As they are also parts of what a command loads later, esbuild would put
// each in a file of its own; the build has what stands above them ask for this module, so that they stand in one file.
import '../src/core/nearest.ts';
import '../src/core/report.ts';
import '../src/core/system-error.ts';
import '../src/core/text.ts';
import '../src/core/tool.ts';
import '../src/core/user-error.ts';
import '../src/core/version-policy.ts';
import '../src/core/visible.ts';
import '../src/core/wording.ts';
