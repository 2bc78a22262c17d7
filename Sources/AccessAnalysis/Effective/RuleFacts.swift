import MeshModel

/// What of a rule decides besides its names. Texts are numbers, so that tens of thousands are looked at in no time.
struct RuleFacts: Sendable {
    var principal: Int32
    /// 0: every host.
    var host: Int32
    var operation: AccessRule.Operation
    var isDenial: Bool

    /// As `AccessRule.decides`.
    func decides(_ asked: AccessRule.Operation) -> Bool {
        operation == asked || operation == .all || (!isDenial && operation.implied == asked)
    }
}

/// An asker by the numbers of an index; -1 for what no rule names.
struct AskerNumbers: Sendable {
    var principal: Int32
    var everybody: Int32
    var host: Int32

    func isMeant(by rule: RuleFacts) -> Bool {
        (rule.principal == principal || rule.principal == everybody) && (rule.host == 0 || rule.host == host)
    }
}

/// Numbers texts in the order in which they come, from 0.
struct Numbering {
    private(set) var texts: [String] = []
    private(set) var numbers: [String: Int32] = [:]

    mutating func number(of text: String) -> Int32 {
        if let known = numbers[text] { return known }
        let number = Int32(texts.count)
        numbers[text] = number
        texts.append(text)
        return number
    }
}
