import ContractModel

/// How often a field may be there, and whether one that is not there can be told from one with its default.
private enum ProtobufCount: Hashable {
    case implicit, optional, required, repeated, map

    init(of field: ProtobufField, in schema: ProtobufSchema) {
        switch field.cardinality {
        case .required: self = .required
        case .repeated: self = schema.mapEntry(of: field) == nil ? .repeated : .map
        case .singular: self = field.presence == .implicit ? .implicit : .optional
        }
    }

    /// What has the same bytes, told as one of them.
    var onTheWire: Self {
        switch self {
        case .implicit: .optional
        case .map: .repeated
        default: self
        }
    }

    /// What has the same JSON.
    var inJSON: Self { self == .implicit ? .optional : self }

    var said: String {
        switch self {
        case .implicit: "a single value without presence"
        case .optional: "an optional value"
        case .required: "a required value"
        case .repeated: "repeated values"
        case .map: "a map"
        }
    }
}

extension ProtobufComparison {
    func compareCardinalities(_ pair: ProtobufFieldPair) {
        let before = ProtobufCount(of: pair.old, in: old)
        let after = ProtobufCount(of: pair.new, in: new)
        guard before != after else { return }
        let message = {
            "the field '\(pair.old.name)', number \(pair.old.number), changes from \(before.said) to \(after.said)"
        }
        report(.fieldCardinalityChanged, pair, at: \.span, message())
        if before.inJSON != after.inJSON {
            report(.fieldJSONCardinalityChanged, pair, at: \.span, message())
        }
        if before.onTheWire != after.onTheWire {
            report(.fieldWireCardinalityChanged, pair, at: \.span, message())
        }
    }
}
