import XMLText

extension XSDSchema {
    /// The element itself, unless it is abstract, and those of its substitution group that are not kept out.
    package func namesStanding(for id: XSDElementID) -> [XMLName: XSDElementID] {
        let element = self[id]
        var names: [XMLName: XSDElementID] = element.isAbstract ? [:] : [element.name: id]
        guard element.isGlobal, !element.block.contains(.substitution) else { return names }
        var open = substitutions[element.name] ?? []
        var seen: Set<XMLName> = [element.name]
        while let name = open.popLast() {
            guard seen.insert(name).inserted, let member = globalElements[name] else { continue }
            open += substitutions[name] ?? []
            if !self[member].isAbstract, isDerivationOpen(self[member].type, from: element) { names[name] = member }
        }
        return names
    }

    /// Whether no step from the type of the head to that of a member is blocked (Structures, 3.3.6).
    private func isDerivationOpen(_ id: XSDTypeID, from head: XSDElement) -> Bool {
        var blocked = head.block
        if case .complex(let type) = self[head.type] { blocked.formUnion(type.block) }
        guard !blocked.isEmpty else { return true }
        var current = id
        for _ in 0..<1_000 {
            if current == head.type { return true }
            switch self[current] {
            case .simple(let type):
                if blocked.contains(.restriction) { return false }
                current = type.base
            case .complex(let type):
                if !blocked.isDisjoint(with: type.derivation) { return false }
                if current == .anyType { return true }
                current = type.base
            }
        }
        return false
    }
}
