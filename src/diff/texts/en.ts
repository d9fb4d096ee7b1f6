import type { Texts } from './texts.ts';

export const EN: Texts = {
  rules: {
    'operation-added': {
      message: '{name} {name|is|are} added',
      why: 'Every implementation must come to offer the operation.',
    },
    'operation-removed': {
      message: '{name} {name|is|are} removed',
      why: 'Whoever calls the operation gets no answer any more.',
    },
    'operation-retired': {
      message: '{name} {name|is|are} removed; {name|was|were} deprecated',
      why: 'The operation was deprecated, and it had no end date or that date has passed.',
    },
    'operation-withdrawn': {
      message: '{name} {name|is|are} removed; {name|was|were} not final yet',
      why: 'The document had the operation as something that may still change: that it stays was not promised.',
    },
    'success-status-added': {
      message: '{name|response|responses} {name} {name|is|are} added',
      why: 'Implementations must come to give the answer.',
    },
    'success-status-removed': {
      message: '{name|response|responses} {name} {name|is|are} removed',
      why: 'A client that waits for this answer gets it no longer.',
    },
    'status-added': {
      message: '{name|response|responses} {name} {name|is|are} added',
      why: 'A client may always get errors and redirections.',
    },
    'status-removed': {
      message: '{name|response|responses} {name} {name|is|are} removed',
      why: 'A client may always get errors and redirections.',
    },
    'status-narrowed': {
      message: 'of responses {name} only {now} is left',
      why: 'Implementations that give another answer of that range no longer conform.',
    },
    'request-media-type-added': {
      message: 'the request may be {name} too',
      why: 'Implementations must come to read it.',
    },
    'request-media-type-removed': {
      message: 'the request may no longer be {name}',
      why: 'Whoever sends it is refused (415).',
    },
    'sent-media-type-added': {
      message: 'the message to the client may come as {name} too',
      why: 'A client that does not read it cannot process the message.',
    },
    'sent-media-type-removed': {
      message: 'the message to the client no longer comes as {name}',
      why: 'Implementations that send it so no longer conform.',
    },
    'encoding-changed': {
      message: '{name|form part|form parts} {name}: {was} becomes {now}',
      added: '{name|form part|form parts} {name}: {name|gets|get} {now}',
      removed: '{name|form part|form parts} {name}: {was} is dropped',
      why: 'The same part is written otherwise in the form.',
    },
    'encoding-widened': {
      message: '{name|form part|form parts} {name}: {was} becomes {now}',
      added: '{name|form part|form parts} {name}: may have {now}',
      why: 'Implementations must come to read it.',
    },
    'encoding-narrowed': {
      message: '{name|form part|form parts} {name}: {was} becomes {now}',
      why: 'What could be sent is taken no longer.',
    },
    'response-media-type-added': {
      message: 'the response may be {name} too',
      why: 'Implementations must come to offer it.',
    },
    'response-media-type-removed': {
      message: 'the response can no longer be {name}',
      why: 'Whoever asks for it gets it no longer (406).',
    },
    'security-tightened': {
      message: 'access now asks for {now}',
      why: 'Whoever came in with what was enough before is refused.',
      words: { anonymous: 'nothing' },
    },
    'security-loosened': {
      message: 'access is possible with {now} too',
      why: 'Existing implementations refuse who comes in that way.',
      words: { anonymous: 'nothing' },
    },
    'scheme-changed': {
      message: 'security {name|scheme|schemes} {name}: {was} becomes {now}',
      added: 'security {name|scheme|schemes} {name}: {name|gets|get} {now}',
      removed: 'security {name|scheme|schemes} {name}: {was} is dropped',
      why: 'Whoever gets a token there must go elsewhere or ask for something else.',
    },
    'scheme-respelt': {
      message: 'security {name|scheme|schemes} {name}: {was} is now spelled {now}',
      why: 'Case means nothing here: the messages stay the same.',
    },
    'scheme-added': {
      message: 'security {name|scheme|schemes} {name} {name|is|are} added',
      why: 'Whether it means something is said with the operations.',
    },
    'scheme-removed': {
      message: 'security {name|scheme|schemes} {name} {name|is|are} removed',
      why: 'Whether it means something is said with the operations.',
    },
    'serialization-changed': {
      message: '{name|parameter|parameters} {name}: serialization {was} becomes {now}',
      why: 'The same value is written otherwise in the URL or header.',
    },
    'reserved-forbidden': {
      message: '{name|parameter|parameters} {name} may no longer hold reserved characters',
      why: 'Whoever sends them as they are is misunderstood.',
    },
    'reserved-allowed': {
      message: '{name|parameter|parameters} {name} may hold reserved characters',
      why: 'Implementations must come to read them as they are.',
    },
    'empty-value-forbidden': {
      message: '{name|parameter|parameters} {name} may no longer go without a value',
      why: 'Whoever sends the name alone is misunderstood.',
    },
    'empty-value-allowed': {
      message: '{name|parameter|parameters} {name} may go without a value',
      why: 'Implementations must come to read the name alone.',
    },
    'default-changed': {
      message: '{name|parameter|parameters} {name}: default goes from {“was”} to {“now”}',
      removed: '{name|parameter|parameters} {name}: default {“was”} is dropped',
      added: '{name|parameter|parameters} {name}: {name|gets|get} default {“now”}',
      why: 'An unchanged call means something else.',
    },
    'body-default-changed': {
      message: '{name}: default goes from {“was”} to {“now”}',
      added: '{name}: {name|gets|get} default {“now”}',
      removed: '{name}: default {“was”} is dropped',
      why: 'To the schema a default is an explanation; a server that fills it in now gives a property left out another value.',
    },
    'format-annotation-changed': {
      message: '{name}: format goes from {was} to {now}',
      added: '{name}: {name|gets|get} format {now}',
      removed: '{name}: format {was} is dropped',
      why: 'This format is not checked, but it is used.',
    },
    'format-respelt': {
      message: '{name}: format {was} becomes {now}, for the same values',
      added: '{name}: {name|gets|get} format {now}, for the same values',
      removed: '{name}: format {was} is dropped, for the same values',
      why: 'Generated code may hold them in another type.',
    },
    'content-changed': {
      message: '{name}: content of the string goes from {was} to {now}',
      added: '{name}: the string now holds {now}',
      removed: '{name}: the string no longer holds {was}',
      why: 'Whoever unpacks the string finds something else.',
    },
    'xml-changed': {
      message: '{name}: spelling in XML goes from {was} to {now}',
      added: '{name}: {name|gets|get} spelling {now} in XML',
      removed: '{name}: spelling {was} in XML is dropped',
      why: 'The same value stands elsewhere in XML.',
    },
    'discriminator-changed': {
      message: '{name}: discriminator goes from {was} to {now}',
      added: '{name}: {name|gets|get} discriminator {now}',
      removed: '{name}: discriminator {was} is dropped',
      why: 'Whoever chooses by the one does not read what was chosen by the other.',
    },
    'extensible-enum-changed': {
      message: '{name}: known values go from {was} to {now}',
      added: '{name}: known values are now {now}',
      removed: '{name}: known values {was} are dropped',
      why: 'The list is open: whoever does not know a value must cope with it.',
    },
    'extensible-enum-narrowed': {
      message: '{name}: known values go from {was} to {now}',
      added: '{name}: known values are now {now}',
      removed: '{name}: known values {was} are dropped',
      why: 'The list is open, so nobody is refused; but the server no longer says that it knows a value.',
    },
    'put-resets': {
      message: 'a PUT by an existing client empties {name}',
      why: 'PUT replaces everything; what the client does not know it does not send.',
    },
    'server-removed': {
      message: '{name|server|servers} {name} {name|is|are} removed',
      why: 'Clients that use this address must move.',
    },
    'server-added': {
      message: '{name|server|servers} {name} {name|is|are} added',
      why: 'There is one more address.',
    },
    'server-variable-changed': {
      message: '{name|server|servers} {name}: variable {was} becomes {now}',
      added: '{name|server|servers} {name}: {name|gets|get} variable {now}',
      removed: '{name|server|servers} {name}: variable {was} is dropped',
      why: 'An address that existed may be gone.',
    },
    'dialect-changed': {
      message: 'dialect of the schemas {was} becomes {now}',
      why: 'The same keywords may mean something else in it.',
    },
    'link-changed': {
      message: '{name|link|links} {name} {name|is|are} removed or {name|changes|change}',
      why: 'Whoever followed the link ends elsewhere.',
    },
    'link-added': {
      message: '{name|link|links} {name} {name|is|are} added',
      why: 'One more possible next step.',
    },
    deprecated: {
      message: '{name} {name|is|are} deprecated',
      why: 'Users must know that it will go one day.',
    },
    'deprecation-lifted': {
      message: '{name} {name|is|are} no longer deprecated',
      why: 'The announcement is withdrawn.',
    },
    'sunset-announced': {
      message: '{name}: sunset {now} announced',
      why: 'Users now know how long it stays.',
    },
    'sunset-changed': {
      message: '{name}: sunset goes from {was} to {now}',
      removed: '{name}: sunset {was} is withdrawn',
      why: 'Whoever plans by the old date is late or early.',
    },
    'sunset-withdrawn': {
      message: '{name}: sunset {was} is withdrawn',
      why: 'What was deprecated stays.',
    },
    'stability-lowered': {
      message: '{name}: stability goes from {was} to {now}',
      why: 'What was promised stable may change from now on.',
    },
    'stability-raised': {
      message: '{name}: stability goes from {was} to {now}',
      why: 'What was provisional is promised more firmly.',
    },
    'stability-unknown': {
      message: '{name}: stability goes from {was} to {now}; what that promises is not known',
      why: 'A level that nobody knows promises nothing.',
    },
    'reference-dangling': {
      message: '{name|reference|references} to {name} {name|leads|lead} nowhere',
      why: 'What should stand there cannot be compared.',
    },
    'reference-unresolved': {
      message:
        '{name|reference|references} to {name} {name|leads|lead} nowhere in both documents; what should stand there is not compared',
      why: 'Nothing can be said of what was not looked at: make the reference lead somewhere.',
    },
    'reference-circular': {
      message:
        '{name|reference|references} to {name} {name|comes back to itself|come back to themselves} in both documents; what should stand there is not compared',
      why: 'References that lead to each other stand for nothing.',
    },
    'tag-changed': {
      message: '{name}: {name|moves|move} from {was|group|groups} {“was”} to {“now”}',
      added: '{name}: {name|comes|come} in {now|group|groups} {“now”}',
      removed: '{name}: {name|leaves|leave} {was|group|groups} {“was”}',
      why: 'Documentation shows the operation in another group; the messages do not change.',
    },
    'operation-id-changed': {
      message: 'operationId {name}',
      why: 'Generated code gets other names; the messages stay the same.',
    },
    'operation-id-added': {
      message: 'operationId {name} {name|is|are} added',
      why: 'Generated code gets a name that stays.',
    },
    'operation-id-removed': {
      message: 'operationId {name} {name|is|are} removed',
      why: 'Generated code gets other names; the messages stay the same.',
    },
    'component-renamed': {
      message: '{name|component|components} {name}',
      why: 'Generated code gets other names; the messages stay the same.',
    },
    'component-added': {
      message: '{name|component|components} {name} {name|is|are} added and used nowhere',
      why: 'No message changes; generated code gets one more type.',
    },
    'component-removed': {
      message: '{name|component|components} {name} {name|is|are} removed and {name|was|were} used nowhere',
      why: 'No message changes; generated code loses a type.',
    },
    'component-changed': {
      message: '{name|component|components} {name} {name|changes|change} and {name|is|are} used nowhere',
      why: 'No message changes, but generated code does.',
    },
    'path-parameter-renamed': {
      message: '{name|path parameter|path parameters} {name}',
      why: 'Generated code gets other names; the messages stay the same.',
    },
    'example-changed': {
      message: '{name}: example changed',
      why: 'An example shows what the schema says; it limits no message.',
    },
    'extension-changed': {
      message: '{name|extension|extensions} {name} {name|is|are} changed',
      why: 'Only the program that reads an extension knows what it means.',
    },
    'digits-changed': {
      message: '{name}: {was} becomes {now}, and both are read as the same number',
      why: 'A number is read with 15 to 17 digits: look for yourself, and at what your own tools read.',
    },
    'not-compared': {
      message: '{name} {name|is|are} written differently and not compared',
      why: 'Nothing can be said of what was not looked at: look for yourself.',
    },
    'keyword-void': {
      message: '{name} {name|is|are} changed and {name|says|say} nothing about the type that stands there',
      why: 'No message changes; maybe another type was meant, or another keyword.',
    },
    'composition-changed': {
      message: '{name} {name|is|are} put together from other schemas and {name|allows|allow} the same values',
      why: 'No message changes; generated code may get another parent class.',
    },
    'choice-changed': {
      message: '{name}: {was} becomes {now}',
      why: 'oneOf is read as a union; to the letter it refuses what fits more than one of its branches.',
    },
    'hidden-changed': {
      message: '{name} {name|changes|change} and no message shows it',
      why: 'The schema stands only where readOnly or writeOnly leaves it out; generated code does change.',
    },
    'text-changed': {
      message: '{name}: text changed',
      why: 'The explanation differs; maybe what is meant as well.',
    },
    'business-rules-changed': {
      message: '{name}: business {now|rule|rules} {now} {now|is|are} added, {was} {was|is|are} dropped',
      added: '{name}: {name|gets|get} business {now|rule|rules} {now}',
      removed: '{name}: business {was|rule|rules} {was} {was|is|are} dropped',
      why: 'A business rule decides behaviour that no schema shows.',
    },
    'type-changed': {
      message: '{name}: type {was} becomes {now}',
      why: 'A value of another type is refused or misread.',
      words: { any: 'anything', never: 'nothing' },
    },
    'null-removed': {
      message: '{name} may no longer be null',
      why: 'A null that was fine is refused.',
    },
    'null-added': {
      message: '{name} may become null',
      why: 'Whoever never got null does not count on it.',
    },
    'enum-added': {
      message: '{name}: any value becomes one of {“now”}',
      why: 'Values outside the list were fine.',
    },
    'enum-dropped': {
      message: '{name}: no longer limited to {“was”}',
      why: 'Values may come that nobody knew.',
    },
    'enum-value-removed': {
      message: '{name}: {was|value|values} {“was”} {was|is|are} removed',
      why: 'Whoever sends the value is refused.',
    },
    'enum-value-added': {
      message: '{name}: {now|value|values} {“now”} {now|is|are} added',
      why: 'A receiver may get a value that it does not know.',
    },
    'const-changed': {
      message: '{name}: the only value {“was”} becomes {“now”}',
      why: 'The old value is no longer fine, the new one was not.',
    },
    'branch-removed': {
      message: '{name} {name|is|are} removed as an alternative',
      why: 'Whoever sends this alternative is refused.',
    },
    'branch-added': {
      message: '{name} {name|is|are} added as an alternative',
      why: 'A receiver may get an alternative that it does not know.',
    },
    'schema-described': {
      message: '{name} {name|was|were} free-form and {name|is|are} now described',
      why: 'What was free is refused from now on where it does not fit.',
    },
    'schema-undescribed': {
      message: '{name} {name|was|were} described and {name|is|are} now free-form',
      why: 'Nobody can count on what is in it, and generated code loses its members.',
    },
    'property-removed': {
      message: '{name|property|properties} {name} {name|is|are} removed',
      why: 'What was in it is lost.',
    },
    'property-added': {
      message: '{name|property|properties} {name} {name|is|are} added',
      required: 'required {name|property|properties} {name} {name|is|are} added',
      why: 'Existing senders lack a property that is required.',
    },
    'parameter-removed': {
      message: '{name|parameter|parameters} {name} {name|is|are} removed',
      why: 'The parameter is ignored from now on, so the call means something else.',
    },
    'parameter-added': {
      message: '{name|parameter|parameters} {name} {name|is|are} added',
      required: 'required {name|parameter|parameters} {name} {name|is|are} added',
      why: 'Existing calls lack a parameter that is required.',
    },
    'header-removed': {
      message: '{name|response header|response headers} {name} {name|is|are} removed',
      why: 'Whoever read the header misses it.',
    },
    'header-added': {
      message: '{name|response header|response headers} {name} {name|is|are} added',
      required: 'required {name|response header|response headers} {name} {name|is|are} added',
      why: 'Existing implementations do not send the header.',
    },
    'body-removed': {
      message: 'the body is removed',
      why: 'What was in the body is ignored.',
    },
    'body-added': {
      message: 'a body is added',
      required: 'a required body is added',
      why: 'Existing calls lack a body that is required.',
    },
    'required-added': {
      message: '{name} {name|becomes|become} required',
      why: 'Whoever left it out may no longer do so.',
    },
    'required-removed': {
      message: '{name} {name|is|are} no longer required',
      why: 'Whoever counted on it may miss it.',
    },
    'read-only-set': {
      message: '{name} {name|becomes|become} read-only',
      why: 'What a client sends is ignored.',
    },
    'read-only-lifted': {
      message: '{name} can be written too',
      why: 'Existing requests lack a property that is required.',
    },
    'write-only-set': {
      message: '{name} {name|becomes|become} write-only',
      why: 'Whoever read it gets it no longer.',
    },
    'write-only-lifted': {
      message: '{name} can be read too',
      why: 'Existing implementations do not send it.',
    },
    'additional-properties-tightened': {
      message: '{name}: additional properties are allowed: first {was}, now {now}',
      why: 'Members that nothing names were fine.',
      words: { false: 'none', any: 'any', schema: 'only those described', unsaid: 'not said' },
    },
    'additional-properties-loosened': {
      message: '{name}: additional properties are allowed: first {was}, now {now}',
      why: 'Members may come that nobody knew.',
      words: { false: 'none', any: 'any', schema: 'only those described', unsaid: 'not said' },
    },
    'pattern-properties-changed': {
      message: '{name}: members by pattern {was} become {now}',
      added: '{name}: members by pattern {now} are added',
      removed: '{name}: members by pattern {was} are removed',
      why: 'Names of a pattern get another meaning.',
    },
    'property-names-changed': {
      message: '{name}: which names are allowed changes',
      why: 'A name that was allowed no longer is, or the other way round.',
    },
    'dependent-required-changed': {
      message: 'whoever sends {name} had to send {was} too, now {now}',
      added: 'whoever sends {name} must now send {now} too',
      removed: 'whoever sends {name} need no longer send {was}',
      why: 'Whoever sends the one must send the other.',
    },
    'contains-changed': {
      message: '{name}: which items it must contain changes',
      why: 'A list that was fine may hold too few or too many.',
    },
    'not-changed': {
      message: '{name}: what is excluded changes',
      why: 'A value that was allowed no longer is, or the other way round.',
    },
    'condition-changed': {
      message: '{name}: what holds under a condition changes',
      why: 'A combination of values that was allowed no longer is, or the other way round.',
    },
    'schema-changed': {
      message: '{name}: the schema changes',
      why: 'No proof that all that was fine stays so.',
    },
  },
  facets: {
    minimum: {
      message: '{name}: lower bound goes from {was} to {now}',
      added: '{name}: {name|gets|get} lower bound {now}',
      removed: '{name}: lower bound {was} is dropped',
    },
    maximum: {
      message: '{name}: upper bound goes from {was} to {now}',
      added: '{name}: {name|gets|get} upper bound {now}',
      removed: '{name}: upper bound {was} is dropped',
    },
    multipleOf: {
      message: '{name}: {name|was|were} a multiple of {was}, {name|becomes|become} a multiple of {now}',
      added: '{name}: must be a multiple of {now}',
      removed: '{name}: need no longer be a multiple of {was}',
    },
    minLength: {
      message: '{name}: minimum length goes from {was} to {now} {now#character|characters}',
      added: '{name}: {name|gets|get} a minimum length of {now} {now#character|characters}',
      removed: '{name}: minimum length of {was} {was#character|characters} is dropped',
    },
    maxLength: {
      message: '{name}: maximum length goes from {was} to {now} {now#character|characters}',
      added: '{name}: {name|gets|get} a maximum length of {now} {now#character|characters}',
      removed: '{name}: maximum length of {was} {was#character|characters} is dropped',
    },
    pattern: {
      message: '{name}: pattern goes from {was} to {now}',
      added: '{name}: {name|gets|get} pattern {now}',
      removed: '{name}: pattern {was} is dropped',
    },
    format: {
      message: '{name}: format goes from {was} to {now}',
      added: '{name}: must be a {now} from now on',
      removed: '{name}: need no longer be a {was}',
    },
    minItems: {
      message: '{name}: least number of items goes from {was} to {now}',
      added: '{name}: {name|gets|get} a least number of {now} {now#item|items}',
      removed: '{name}: least number of {was} {was#item|items} is dropped',
    },
    maxItems: {
      message: '{name}: greatest number of items goes from {was} to {now}',
      added: '{name}: {name|gets|get} a greatest number of {now} {now#item|items}',
      removed: '{name}: greatest number of {was} {was#item|items} is dropped',
    },
    uniqueItems: {
      message: '{name}: items must be unique',
      added: '{name}: items must be unique',
      removed: '{name}: items need no longer be unique',
    },
    minProperties: {
      message: '{name}: least number of properties goes from {was} to {now}',
      added: '{name}: {name|gets|get} a least number of {now} {now#property|properties}',
      removed: '{name}: least number of {was} {was#property|properties} is dropped',
    },
    maxProperties: {
      message: '{name}: greatest number of properties goes from {was} to {now}',
      added: '{name}: {name|gets|get} a greatest number of {now} {now#property|properties}',
      removed: '{name}: greatest number of {was} {was#property|properties} is dropped',
    },
  },
  facetWhy: {
    tighter: 'What the sender was allowed to send is refused.',
    looser: 'The receiver gets what it does not expect.',
    different: 'What was fine is refused, and the receiver gets what it does not expect.',
  },
};
