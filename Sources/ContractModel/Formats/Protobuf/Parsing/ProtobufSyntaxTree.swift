import Diagnostics

/// What a .proto file says, before its names are looked up. Names are ids of `names`, places are spans of `source`.
package struct ProtobufSyntaxTree: Sendable {
    package internal(set) var source: ProtobufSource
    package internal(set) var names = ProtobufNames()
    package internal(set) var edition: ProtobufEdition = .proto2
    /// Of the `syntax` or `edition` statement; nil where there is none, which means proto2.
    package internal(set) var editionSpan: ProtobufSpan?
    package internal(set) var package: ProtobufPath?
    package internal(set) var imports: [ProtobufImportSyntax] = []
    var body = ProtobufBodySyntax()
    var services: [ProtobufServiceSyntax] = []
    /// The parts of all paths, one after the other.
    var pathParts: [ProtobufNames.ID] = []

    func parts(of path: ProtobufPath) -> ArraySlice<ProtobufNames.ID> {
        pathParts[Int(path.first)..<Int(path.first + path.count)]
    }

    /// As it is written, without space.
    func text(of path: ProtobufPath) -> String {
        (path.isAbsolute ? "." : "") + parts(of: path).map { names[$0] }.joined(separator: ".")
    }
}

/// `foo.Bar`, or `.foo.Bar` from the root.
package struct ProtobufPath: Sendable {
    var first: UInt32
    var count: UInt32
    var isAbsolute: Bool
    package internal(set) var span: ProtobufSpan
}

package struct ProtobufImportSyntax: Sendable {
    package enum Modifier: Sendable { case none, `public`, weak, option }

    package internal(set) var path: String
    package internal(set) var modifier: Modifier
    package internal(set) var span: ProtobufSpan
    package internal(set) var pathSpan: ProtobufSpan
}

/// What stands in a message, and, apart from fields and ranges, in a file.
struct ProtobufBodySyntax: Sendable {
    /// With those of oneofs, in the order in which they are written.
    var fields: [ProtobufFieldSyntax] = []
    var oneofs: [ProtobufOneofSyntax] = []
    /// With the messages that groups and maps imply.
    var messages: [ProtobufMessageSyntax] = []
    var enums: [ProtobufEnumSyntax] = []
    var extensions: [ProtobufFieldSyntax] = []
    var extendees: [ProtobufPath] = []
    var extensionRanges: [ProtobufExtensionRangeSyntax] = []
    var reservedRanges: [ProtobufRangeSyntax] = []
    var reservedNames: [ProtobufReservedNameSyntax] = []
    var options: [ProtobufOptionSyntax] = []
}

/// Whether a name may be used by other files (edition 2024).
enum ProtobufVisibility: Sendable { case unsaid, exported, local }

struct ProtobufMessageSyntax: Sendable {
    enum Kind: Sendable { case written, group, mapEntry }

    var kind: Kind
    var name: ProtobufNames.ID
    var nameSpan: ProtobufSpan
    var visibility = ProtobufVisibility.unsaid
    var body = ProtobufBodySyntax()
    var span: ProtobufSpan
}

struct ProtobufFieldSyntax: Sendable {
    enum FieldType: Sendable {
        case scalar(ProtobufScalar)
        case named(ProtobufPath)
        /// Index in the messages of the same body.
        case group(Int32)
        case map(Int32)
    }

    var name: ProtobufNames.ID
    var nameSpan: ProtobufSpan
    var label: ProtobufLabel?
    var labelSpan: ProtobufSpan
    var type: FieldType
    var typeSpan: ProtobufSpan
    var number: ProtobufInteger
    var options: [ProtobufOptionSyntax] = []
    /// Index in the oneofs of the same body.
    var oneof: Int32?
    /// Index in the extendees of the same body, of an extension.
    var extendee: Int32?
    var span: ProtobufSpan
}

/// The label as written.
package enum ProtobufLabel: String, Sendable { case optional, required, repeated }

struct ProtobufOneofSyntax: Sendable {
    var name: ProtobufNames.ID
    var nameSpan: ProtobufSpan
    var options: [ProtobufOptionSyntax] = []
    var span: ProtobufSpan
}

struct ProtobufEnumSyntax: Sendable {
    struct Value: Sendable {
        var name: ProtobufNames.ID
        var nameSpan: ProtobufSpan
        var number: ProtobufInteger
        var options: [ProtobufOptionSyntax] = []
        var span: ProtobufSpan
    }

    var name: ProtobufNames.ID
    var nameSpan: ProtobufSpan
    var visibility = ProtobufVisibility.unsaid
    var values: [Value] = []
    var options: [ProtobufOptionSyntax] = []
    var reservedRanges: [ProtobufRangeSyntax] = []
    var reservedNames: [ProtobufReservedNameSyntax] = []
    var span: ProtobufSpan
}

struct ProtobufServiceSyntax: Sendable {
    struct Method: Sendable {
        var name: ProtobufNames.ID
        var nameSpan: ProtobufSpan
        var input: ProtobufPath
        var output: ProtobufPath
        var isClientStreaming: Bool
        var isServerStreaming: Bool
        /// `{}` after it, empty or not, in place of `;`.
        var hasBlock = false
        var options: [ProtobufOptionSyntax] = []
        var span: ProtobufSpan
    }

    var name: ProtobufNames.ID
    var nameSpan: ProtobufSpan
    var methods: [Method] = []
    var options: [ProtobufOptionSyntax] = []
    var span: ProtobufSpan
}

/// An integer as written; beyond 64 bits, the nearest that fits.
struct ProtobufInteger: Sendable {
    var value: Int64
    var span: ProtobufSpan
}

/// `1`, `2 to 5`, `6 to max`: both ends included. `end` is nil for `max`.
struct ProtobufRangeSyntax: Sendable {
    var start: ProtobufInteger
    var end: ProtobufInteger?
    var span: ProtobufSpan
}

struct ProtobufExtensionRangeSyntax: Sendable {
    var range: ProtobufRangeSyntax
    /// Shared by all ranges of the statement.
    var options: [ProtobufOptionSyntax]
}

struct ProtobufReservedNameSyntax: Sendable {
    var text: String
    var span: ProtobufSpan
}
