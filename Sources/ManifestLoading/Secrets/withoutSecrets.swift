import Diagnostics
import LocatedYAML

/// What the parser has to say of a file, with the secrets crossed out in the lines that it shows.
package func withoutSecrets(_ diagnostics: [Diagnostic], of file: SourceFile, limits: YAMLLimits = .init()) -> [Diagnostic] {
    guard let hidden = hideSecrets(in: parseYAML(file, limits: limits).documents, of: file) else { return diagnostics }
    return parseYAML(hidden, limits: limits).diagnostics
}
