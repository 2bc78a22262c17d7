/// The codes of what this module reports; each has a page in Specs/diagnostics/yaml.
package enum YAMLCode: String, Sendable, CaseIterable {
    case syntax = "yaml/syntax"
    case tabIndentation = "yaml/tab-indentation"
    case duplicateKey = "yaml/duplicate-key"
    case unknownAnchor = "yaml/unknown-anchor"
    case aliasCycle = "yaml/alias-cycle"
    case tooManyAliases = "yaml/too-many-aliases"
    case tooDeep = "yaml/too-deep"
    case tooLarge = "yaml/too-large"
    case tooManyErrors = "yaml/too-many-errors"
    case invalidUTF8 = "yaml/invalid-utf8"
    case unsupportedEncoding = "yaml/unsupported-encoding"
    case controlCharacter = "yaml/control-character"
    case mergeNotAMapping = "yaml/merge-not-a-mapping"
}
