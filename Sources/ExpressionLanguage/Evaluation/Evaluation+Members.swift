extension Evaluation {
    /// `value.field`. Behind an optional, or with `?.`, what is not there is `optional.none()`.
    func select(_ value: ExpressionValue, _ field: String, isOptional: Bool, _ span: ExpressionSpan) throws(EvaluationError) -> ExpressionValue {
        switch value {
        case .map(let map):
            let found = map[field]
            if isOptional { return .optional(found) }
            guard let found else { throw error(.noSuchKey, "there is no key '\(field)'", span) }
            return found
        case .object(let object):
            let found = object[field: field]
            if isOptional { return .optional(found) }
            guard let found else { throw error(.noSuchField, "\(object.typeName) has no '\(field)' here", span) }
            return found
        case .optional(let held):
            guard let held else { return .optional(nil) }
            return try select(held, field, isOptional: true, span)
        default: throw error(.noSuchOverload, "a \(value.type.name) has no fields, so no '\(field)'", span)
        }
    }

    func has(_ value: ExpressionValue, _ field: String, _ span: ExpressionSpan) throws(EvaluationError) -> Bool {
        switch value {
        case .map(let map): return map[field] != nil
        case .object(let object): return object[field: field] != nil
        case .optional(let held):
            guard let held else { return false }
            return try has(held, field, span)
        default: throw error(.noSuchOverload, "a \(value.type.name) has no fields, so no '\(field)'", span)
        }
    }

    func index(_ value: ExpressionValue, _ index: ExpressionValue, isOptional: Bool, _ span: ExpressionSpan) throws(EvaluationError) -> ExpressionValue {
        switch value {
        case .list(let elements):
            guard let place = place(index) else { throw error(.noSuchOverload, "a list has no element at \(shown(index))", span) }
            let found = place >= 0 && place < elements.count ? elements[Int(place)] : nil
            if isOptional { return .optional(found) }
            guard let found else { throw error(.indexOutOfRange, "the list has \(elements.count) elements and none at \(place)", span) }
            return found
        case .map(let map):
            switch index {
            case .bool, .int, .uint, .double, .string: break
            default: throw error(.noSuchOverload, "a \(index.type.name) is no key of a map", span)
            }
            let found = map[key: index]
            if isOptional { return .optional(found) }
            guard let found else { throw error(.noSuchKey, "there is no key \(shown(index))", span) }
            return found
        case .optional(let held):
            guard let held else { return .optional(nil) }
            return try self.index(held, index, isOptional: true, span)
        default: throw error(.noSuchOverload, "a \(value.type.name) has no elements", span)
        }
    }

    /// A whole number of any type; nil for anything else.
    private func place(_ index: ExpressionValue) -> Int64? {
        switch index {
        case .int(let value): value
        case .uint(let value): Int64(clamping: value)
        case .double(let value): Int64(exactly: value)
        default: nil
        }
    }

}
