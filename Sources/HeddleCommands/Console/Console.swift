import ArgumentParser
import Foundation

/// Where a command speaks: results on standard output, diagnostics and progress on standard error.
struct Console: Sendable {
    enum ColorChoice: String, ExpressibleByArgument, CaseIterable, Sendable { case auto, always, never }

    var choice: ColorChoice = .auto
    var isQuiet = false

    static let standard = Console()

    /// Whether to colour what goes to `stream`: NO_COLOR is honoured unless colour was asked for by name.
    func colours(_ stream: Stream) -> Bool {
        switch choice {
        case .always: true
        case .never: false
        case .auto:
            stream.isTerminal && ProcessInfo.processInfo.environment["NO_COLOR", default: ""].isEmpty
                && ProcessInfo.processInfo.environment["TERM"] != "dumb"
        }
    }

    enum Stream: Sendable {
        case output, error

        var descriptor: Int32 {
            switch self {
            case .output: STDOUT_FILENO
            case .error: STDERR_FILENO
            }
        }

        var isTerminal: Bool { isatty(descriptor) == 1 }
    }

    /// A result.
    func print(_ text: String) { write(text + "\n", to: .output) }

    /// A word on what is going on; nothing with `--quiet`.
    func say(_ text: String) {
        guard !isQuiet else { return }
        write(text + "\n", to: .error)
    }

    func error(_ message: String, remedy: String? = nil) {
        let paint = Paint(isOn: colours(.error))
        write("\(paint.red("error")): \(message)\n", to: .error)
        if let remedy { write("  \(paint.bold("help")): \(remedy)\n", to: .error) }
    }

    /// Writes all of it, or stops quietly when nobody reads any more.
    func write(_ text: String, to stream: Stream) {
        var bytes = ArraySlice(text.utf8)
        while !bytes.isEmpty {
            let written = bytes.withUnsafeBytes { Foundation.write(stream.descriptor, $0.baseAddress, $0.count) }
            if written > 0 {
                bytes = bytes.dropFirst(written)
            } else if written < 0, errno == EINTR || errno == EAGAIN {
                continue
            } else {
                return
            }
        }
    }
}

/// Colour, or none.
struct Paint: Sendable {
    var isOn: Bool

    func red(_ text: String) -> String { wrap(text, "31;1") }
    func green(_ text: String) -> String { wrap(text, "32") }
    func yellow(_ text: String) -> String { wrap(text, "33") }
    func bold(_ text: String) -> String { wrap(text, "1") }
    func dim(_ text: String) -> String { wrap(text, "2") }

    private func wrap(_ text: String, _ code: String) -> String { isOn ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text }
}
