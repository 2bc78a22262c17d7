package struct ProtobufMessage: Sendable {
    package enum Kind: Sendable {
        case written
        /// Of a field that is a group: its name is the field's, with a capital.
        case group
        /// Of a map: its fields are `key` and `value`.
        case mapEntry
    }

    package struct ExtensionRange: Sendable {
        /// Both ends included.
        package var numbers: ClosedRange<Int32>
        package internal(set) var options = ProtobufOptions()
        package var span: ProtobufSpan
        /// Index of the first range of the statement: ranges of one statement share their options.
        var statement: Int32
    }

    package struct ReservedRange: Sendable {
        /// Both ends included.
        package var numbers: ClosedRange<Int32>
        package var span: ProtobufSpan
    }

    package struct ReservedName: Sendable {
        package var name: String
        package var span: ProtobufSpan
    }

    package let id: ProtobufID<ProtobufMessage>
    package let file: ProtobufID<ProtobufFile>
    /// The message in which it is written.
    package let parent: ProtobufID<ProtobufMessage>?
    package let kind: Kind
    package let name: String
    package let fullName: String
    /// Indices in the schema's `fields`, in the order in which they are written.
    package internal(set) var fields: Range<Int> = 0..<0
    /// Indices in the schema's `oneofs`; those that proto3's `optional` implies come last.
    package internal(set) var oneofs: Range<Int> = 0..<0
    package internal(set) var messages: [ProtobufID<ProtobufMessage>] = []
    package internal(set) var enums: [ProtobufID<ProtobufEnum>] = []
    /// Indices in the schema's `fields` of extensions that are declared here.
    package internal(set) var extensions: Range<Int> = 0..<0
    package internal(set) var extensionRanges: [ExtensionRange] = []
    package internal(set) var reservedRanges: [ReservedRange] = []
    package internal(set) var reservedNames: [ReservedName] = []
    package internal(set) var options = ProtobufOptions()
    package internal(set) var features = ProtobufFeatures(defaultOf: .proto2)
    /// `export` or `local` (edition 2024).
    var visibility = ProtobufVisibility.unsaid
    package let nameSpan: ProtobufSpan
    package let span: ProtobufSpan
    /// Indices of fields by their number; empty where they stand in that order anyway.
    var fieldsByNumber: [Int32] = []
    package internal(set) var isMessageSet = false
    /// Indices in the schema's `fields` of those that have to be there.
    var requiredFields: [Int32] = []
    /// Indices of extension ranges by their first number; empty where they stand in that order anyway.
    var extensionRangesByNumber: [Int32] = []

    /// The extension range that has a number.
    package func extensionRange(of number: Int32) -> ExtensionRange? {
        var low = 0
        var high = extensionRanges.count
        func at(_ position: Int) -> ExtensionRange {
            extensionRanges[extensionRangesByNumber.isEmpty ? position : Int(extensionRangesByNumber[position])]
        }
        while low < high {
            let middle = (low + high) / 2
            if at(middle).numbers.lowerBound <= number { low = middle + 1 } else { high = middle }
        }
        guard low > 0, at(low - 1).numbers.contains(number) else { return nil }
        return at(low - 1)
    }

    /// Index in the schema's `fields` of the field with a number.
    func fieldIndex(of number: Int32, in schema: ProtobufSchema) -> Int? {
        var low = 0
        var high = fields.count
        // Numbers mostly are 1, 2, 3, …
        let guess = Int(number) - 1
        if fieldsByNumber.isEmpty, guess >= 0, guess < high, schema.fields[fields.lowerBound + guess].number == number {
            return fields.lowerBound + guess
        }
        while low < high {
            let middle = (low + high) / 2
            let index = fieldsByNumber.isEmpty ? fields.lowerBound + middle : Int(fieldsByNumber[middle])
            let found = schema.fields[index].number
            if found == number { return index }
            if found < number { low = middle + 1 } else { high = middle }
        }
        return nil
    }
}

package struct ProtobufOneof: Sendable {
    package let id: ProtobufID<ProtobufOneof>
    package let message: ProtobufID<ProtobufMessage>
    package let name: String
    /// Implied by an `optional` of proto3: it has that field alone, and nobody wrote it.
    package let isSynthetic: Bool
    package internal(set) var options = ProtobufOptions()
    package let nameSpan: ProtobufSpan
    package let span: ProtobufSpan
}
