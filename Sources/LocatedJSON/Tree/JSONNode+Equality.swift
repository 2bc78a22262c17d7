extension JSONNode: Hashable {
    package static func == (left: Self, right: Self) -> Bool {
        switch (left.content, right.content) {
        case (.null, .null): true
        case (.bool(let left), .bool(let right)): left == right
        case (.number(let left), .number(let right)): left == right
        case (.string(let left), .string(let right)): left.isSameText(as: right)
        case (.array(let left), .array(let right)): left == right
        case (.object(let left), .object(let right)): sameMembers(left, right)
        default: false
        }
    }

    package func hash(into hasher: inout Hasher) {
        switch content {
        case .null: hasher.combine(0)
        case .bool(let value): hasher.combine(value)
        case .number(let number): hasher.combine(number)
        case .string(let string): hasher.combine(ExactText(string))
        case .array(let elements): hasher.combine(elements)
        case .object(let members):
            // Order does not count, so what the members give is summed up.
            var sum = members.count
            for member in members {
                var each = Hasher()
                each.combine(ExactText(member.key))
                each.combine(member.value)
                sum &+= each.finalize()
            }
            hasher.combine(sum)
        }
    }
}

private func sameMembers(_ left: [JSONMember], _ right: [JSONMember]) -> Bool {
    guard left.count == right.count else { return false }
    // Most objects that are equal are written alike.
    if zip(left, right).allSatisfy({ $0.key.isSameText(as: $1.key) }) {
        return zip(left, right).allSatisfy { $0.value == $1.value }
    }
    if left.count <= 8 {
        return left.allSatisfy { member in
            right.contains { $0.key.isSameText(as: member.key) && $0.value == member.value }
        }
    }
    let byKey = Dictionary(right.map { (ExactText($0.key), $0.value) }) { _, last in last }
    return left.allSatisfy { byKey[ExactText($0.key)] == $0.value }
}
