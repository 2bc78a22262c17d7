/// Which language a file is written in.
package enum ProtobufEdition: Int32, Sendable, Comparable, CaseIterable {
    // The numbers are those of google.protobuf.Edition.
    case proto2 = 998
    case proto3 = 999
    case edition2023 = 1000
    case edition2024 = 1001
    case edition2026 = 1002

    package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

    /// Whether the file says `edition`, not `syntax`.
    package var isEdition: Bool { self >= .edition2023 }

    /// As it is written: `proto3`, `2023`.
    package var text: String {
        switch self {
        case .proto2: "proto2"
        case .proto3: "proto3"
        case .edition2023: "2023"
        case .edition2024: "2024"
        case .edition2026: "2026"
        }
    }

    /// In a message.
    var description: String { isEdition ? "edition \(text)" : text }
}
