/// Words with a meaning, all of which may also be names: where a word stands decides. The raw value is its id in every
/// `ProtobufNames` that a parser uses.
enum ProtobufKeyword: UInt32, CaseIterable {
    case syntax, edition, `import`, package, option, message, `enum`, service, extend, group, oneof, map, extensions, reserved
    case rpc, returns, stream, to, max, optional, required, repeated, `public`, weak, export, local
    // Types, in the order of `scalars`.
    case double, float, int64, uint64, int32, fixed64, fixed32, bool, string, bytes, uint32, sfixed32, sfixed64, sint32, sint64

    var text: String { String(describing: self) }

    private static let scalars: [ProtobufScalar] = [
        .double, .float, .int64, .uint64, .int32, .fixed64, .fixed32, .bool, .string, .bytes, .uint32, .sfixed32, .sfixed64,
        .sint32, .sint64,
    ]

    static func scalar(_ name: ProtobufNames.ID) -> ProtobufScalar? {
        guard name.index >= Self.double.rawValue, name.index <= Self.sint64.rawValue else { return nil }
        return scalars[Int(name.index - Self.double.rawValue)]
    }

    static func label(_ name: ProtobufNames.ID) -> ProtobufLabel? {
        switch name.index {
        case Self.optional.rawValue: .optional
        case Self.required.rawValue: .required
        case Self.repeated.rawValue: .repeated
        default: nil
        }
    }

    /// Names in which the keywords have their ids.
    static let names: ProtobufNames = {
        var names = ProtobufNames()
        for keyword in allCases { _ = names.id(of: keyword.text) }
        return names
    }()
}

extension ProtobufToken {
    @inline(__always)
    func `is`(_ keyword: ProtobufKeyword) -> Bool { kind == .identifier && name.index == keyword.rawValue }
}
