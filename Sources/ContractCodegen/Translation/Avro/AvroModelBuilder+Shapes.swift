import ContractModel

extension AvroModelBuilder {
    mutating func shape(_ type: AvroType, in place: Place) -> AvroShape {
        switch type {
        case .primitive(let primitive, let logical):
            if let value = logical.flatMap({ avroValueShape($0, on: primitive, options) }) { return .value(value) }
            switch primitive {
            case .null: return .null
            case .boolean: return .boolean
            case .int: return .int
            case .long: return .long
            case .float: return .float
            case .double: return .double
            case .bytes: return .bytes
            case .string: return .string
            }
        case .array(let item):
            return .array(shape(item, in: place.deeper("Element")), minimum: sizes.minimum(item))
        case .map(let value):
            return .map(shape(value, in: place.deeper("Value")), minimum: sizes.minimum(value))
        case .named(let name):
            let reference = AvroTypeReference(fullName: name, swiftName: Self.swiftName(name, options))
            switch schema.types[name]?.content {
            case .enumeration: return .enumeration(reference)
            case .fixed(let size, let logical):
                if let value = logical.flatMap({ avroValueShape($0, onFixed: size, options) }) { return .value(value) }
                return .fixed(AvroTypeReference(fullName: name, swiftName: reference.swiftName, size: size))
            default: return .record(reference)
            }
        case .union(let branches): return unionShape(branches, in: place)
        }
    }

    private mutating func unionShape(_ branches: [AvroType], in place: Place) -> AvroShape {
        if branches.count == 1 { return .only(shape(branches[0], in: place)) }
        if branches.count == 2, let null = branches.firstIndex(where: \.isNull) {
            return .optional(shape(branches[1 - null], in: place), null: null)
        }
        let name = unionName(place.hint)
        let short = branches.map { SwiftName.enumCase($0.branchName.split(separator: ".").last.map(String.init) ?? $0.branchName) }
        var cases: [AvroUnionShape.Branch] = []
        for (branch, caseName) in zip(branches, short) {
            let isShared = short.count { $0 == caseName } > 1
            let whole = SwiftName.enumCase(branch.branchName.split(separator: ".").joined(separator: "_"))
            cases.append(
                .init(
                    wireName: branch.branchName, caseName: isShared ? whole : caseName,
                    shape: shape(branch, in: place.deeper(caseName.prefix(1).uppercased() + caseName.dropFirst()))))
        }
        return .union(
            AvroUnionShape(localName: name, swiftName: "\(place.owner).\(name)", branches: cases, isIndirect: place.isCut))
    }
}

extension AvroModelBuilder.Place {
    func deeper(_ step: String) -> Self {
        var place = self
        place.hint += step
        // Arrays and maps keep their elements elsewhere.
        place.isCut = false
        return place
    }
}

extension AvroType {
    var isNull: Bool {
        if case .primitive(.null, _) = self { true } else { false }
    }
}
