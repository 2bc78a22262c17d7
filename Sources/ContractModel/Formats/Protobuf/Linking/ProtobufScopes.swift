/// Every name that is declared, as a tree: packages hold messages, messages hold fields and messages. A name is looked up
/// by its scope and its number in the linker's `ProtobufNames`, so that no full names are made on the way.
struct ProtobufScopes {
    enum Kind: UInt8 {
        case package, message, enumeration, enumValue, field, oneof, service, method, `extension`

        /// What a path may go on from.
        var isAggregate: Bool { self == .package || self == .message || self == .enumeration || self == .service }
        var isType: Bool { self == .message || self == .enumeration }

        var description: String {
            switch self {
            case .package: "a package"
            case .message: "a message"
            case .enumeration: "an enum"
            case .enumValue: "a value of an enum"
            case .field: "a field"
            case .oneof: "a oneof"
            case .service: "a service"
            case .method: "an rpc"
            case .extension: "an extension"
            }
        }
    }

    struct Symbol {
        var parent: Int32
        var name: UInt32
        var kind: Kind
        /// In the schema's array of its kind.
        var index: Int32
        /// The first file that declares it.
        var file: Int32
    }

    static let root: Int32 = 0

    private(set) var symbols = [Symbol(parent: -1, name: 0, kind: .package, index: 0, file: -1)]
    private var table: [UInt64: Int32] = [:]

    mutating func reserve(_ count: Int) {
        symbols.reserveCapacity(count)
        table.reserveCapacity(count)
    }

    subscript(symbol: Int32) -> Symbol { symbols[Int(symbol)] }

    func child(_ name: UInt32, of parent: Int32) -> Int32? { table[key(name, parent)] }

    /// The new symbol, and the one that has the name already, if there is one: it keeps the name.
    mutating func declare(
        _ name: UInt32, in parent: Int32, _ kind: Kind, index: Int, file: Int
    ) -> (symbol: Int32, existing: Int32?) {
        let symbol = Int32(truncatingIfNeeded: symbols.count)
        symbols.append(
            Symbol(
                parent: parent, name: name, kind: kind, index: Int32(truncatingIfNeeded: index),
                file: Int32(truncatingIfNeeded: file)))
        let existing = Self.claim(&table[key(name, parent), default: -1], for: symbol)
        return (symbol, existing)
    }

    private static func claim(_ slot: inout Int32, for symbol: Int32) -> Int32? {
        guard slot < 0 else { return slot }
        slot = symbol
        return nil
    }

    private func key(_ name: UInt32, _ parent: Int32) -> UInt64 { UInt64(UInt32(bitPattern: parent)) << 32 | UInt64(name) }
}
