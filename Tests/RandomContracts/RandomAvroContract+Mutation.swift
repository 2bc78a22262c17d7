extension RandomAvroContract {
    /// One to three changes. Defaults that no longer fit are taken away.
    package mutating func mutate() {
        for _ in 0..<Int.random(in: 1...3, using: &generator) {
            if chance(8) { root = changed(root) } else { mutateType(Int.random(in: 0..<types.count, using: &generator)) }
        }
        renewDefaults()
    }

    /// A default of a type that has changed may fit no longer.
    mutating func renewDefaults() {
        for index in types.indices {
            guard case .record(var fields) = types[index].content else { continue }
            for place in fields.indices where fields[place].fallback != nil {
                fields[place].fallback = fallback(fields[place].kind, depth: 0)
            }
            types[index].content = .record(fields)
        }
    }

    private mutating func mutateType(_ index: Int) {
        switch Int.random(in: 0..<10, using: &generator) {
        case 0: types[index].space = pick(["n", "m", "o"])
        case 1:
            // A new name, with the old one as an alias or without.
            let old = types[index].fullName
            types[index].name += "x"
            if !chance(3) { types[index].aliases.append(old) }
        default:
            switch types[index].content {
            case .record(let fields): types[index].content = .record(changed(fields))
            case .fixed(let size): types[index].content = .fixed(chance(2) ? size : size + 1)
            case .enumeration(var symbols, var fallback):
                switch Int.random(in: 0..<4, using: &generator) {
                case 0: if symbols.count > 1 { symbols.removeFirst() }
                case 1: if !symbols.contains("F") { symbols.insert("F", at: 0) }
                case 2: fallback = symbols.last
                default: symbols.reverse()
                }
                if let known = fallback, !symbols.contains(known) { fallback = nil }
                types[index].content = .enumeration(symbols, fallback: fallback)
            }
        }
    }

    private mutating func changed(_ fields: [Field]) -> [Field] {
        var fields = fields
        let place = fields.isEmpty ? 0 : Int.random(in: 0..<fields.count, using: &generator)
        switch Int.random(in: 0..<8, using: &generator) {
        case 0, 1:
            let free = Self.fieldNames.filter { name in !fields.contains { $0.name == name || $0.aliases.contains(name) } }
            guard !free.isEmpty else { return fields }
            let kind = kind(depth: 1)
            let fallback = chance(3) ? nil : fallback(kind, depth: 0)
            fields.insert(Field(name: pick(free), kind: kind, fallback: fallback), at: place)
        case 2: if !fields.isEmpty { fields.remove(at: place) }
        case 3:
            guard !fields.isEmpty, fields[place].aliases.isEmpty else { return fields }
            let old = fields[place].name
            fields[place].name += "z"
            if !chance(4) { fields[place].aliases.append(old) }
        case 4: fields.shuffle(using: &generator)
        default: if !fields.isEmpty { fields[place].kind = changed(fields[place].kind) }
        }
        return fields
    }

    private mutating func changed(_ kind: Kind) -> Kind {
        switch kind {
        case .primitive(let whole):
            let name = base(whole)
            let wider = [
                "int": ["long", "float", "double"], "long": ["float", "double"], "float": ["double"], "string": ["bytes"],
                "bytes": ["string"],
            ]
            switch Int.random(in: 0..<5, using: &generator) {
            case 0, 1: return .primitive(pick(wider[name] ?? [name]))
            case 2: return .primitive(pick(Self.primitives))
            case 3:
                var branches: [Kind] = [kind]
                add(.primitive("null"), to: &branches)
                if chance(2) { add(.primitive(pick(wider[name] ?? ["string"])), to: &branches) }
                return .union(chance(2) ? branches : branches.reversed())
            default: return kind
            }
        case .array(let item): return .array(changed(item))
        case .map(let value): return .map(changed(value))
        case .named: return chance(2) ? .union([kind]) : chance(2) ? self.kind(depth: 1) : kind
        case .union(var branches):
            switch Int.random(in: 0..<6, using: &generator) {
            case 0: branches.shuffle(using: &generator)
            case 1: if branches.count > 1 { branches.removeLast() }
            case 2: add(self.kind(depth: 1), to: &branches)
            case 3: return branches.count == 1 || chance(3) ? branches[0] : kind
            default:
                let place = Int.random(in: 0..<branches.count, using: &generator)
                let made = changed(branches[place])
                var rest = branches
                rest.remove(at: place)
                let before = rest.count
                add(made, to: &rest)
                if rest.count > before { branches = rest }
            }
            return .union(branches)
        }
    }
}
