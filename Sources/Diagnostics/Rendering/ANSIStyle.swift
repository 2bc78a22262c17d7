/// The few colours of our text output, as ANSI escapes (ECMA-48, SGR).
enum ANSIStyle {
    case strong, faint, gutter, primary
    case severity(Diagnostic.Severity)

    var escape: String {
        switch self {
        case .strong: "\u{1B}[1m"
        case .faint: "\u{1B}[2m"
        case .gutter: "\u{1B}[34m"
        case .primary: "\u{1B}[1;32m"
        case .severity(.error): "\u{1B}[1;31m"
        case .severity(.warning): "\u{1B}[1;33m"
        case .severity(.note): "\u{1B}[1;36m"
        }
    }

    static let reset = "\u{1B}[0m"
}
