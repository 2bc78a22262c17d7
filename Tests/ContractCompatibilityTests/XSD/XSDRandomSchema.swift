import TestSupport

/// A random schema as a function of decisions, each of which hangs on its place alone: another answer at one place changes
/// the schema there and leaves the rest as it is.
struct XSDRandomSchema {
    private var seed: UInt64
    private var changed: [String: UInt64] = [:]
    private(set) var decisions: [String] = []

    init(seed: UInt64) { self.seed = seed }

    /// The same schema with some decisions made anew.
    func changed(_ random: inout SeededGenerator) -> XSDRandomSchema {
        var other = self
        for _ in 0..<Int.random(in: 1...3, using: &random) {
            if let place = decisions.randomElement(using: &random) { other.changed[place] = random.next() }
        }
        other.decisions = []
        return other
    }

    private mutating func decide(_ place: String, _ count: Int) -> Int {
        decisions.append(place)
        var hash = seed ^ 0xCBF2_9CE4_8422_2325
        for byte in place.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        var generator = SeededGenerator(seed: changed[place] ?? hash)
        return Int.random(in: 0..<count, using: &generator)
    }

    mutating func text() -> String {
        let isQualified = decide("form", 3) > 0
        var body = ""
        for number in 0..<3 {
            if number < 2 || decide("e\(number)", 2) == 0 {
                let abstract = number == 1 && decide("abstract", 6) == 0 ? " abstract=\"true\"" : ""
                let head = number == 2 && decide("head", 2) == 0 ? " substitutionGroup=\"e1\"" : ""
                let nillable = decide("e\(number).nil", 4) == 0 ? " nillable=\"true\"" : ""
                let value = head.isEmpty ? self.value("e\(number)") : ""
                let type = head.isEmpty && value.isEmpty ? ["T0", "T1", "S0", "xs:int"][decide("e\(number).type", 4)] : value.isEmpty ? "T1" : "xs:token"
                body += "<xs:element name=\"e\(number)\" type=\"\(type)\"\(abstract)\(head)\(nillable)\(value)/>"
            }
        }
        for number in 0..<2 { body += complexType("T\(number)", name: "T\(number)") }
        if decide("derived", 2) == 0 {
            body += "<xs:complexType name=\"D\"><xs:complexContent><xs:extension base=\"T1\">"
                + "<xs:sequence>\(particle("D.c", 2, ["x", "y", "z"]))</xs:sequence></xs:extension></xs:complexContent></xs:complexType>"
        }
        for number in 0..<2 { body += simpleType("S\(number)", name: "S\(number)", mayUse: number == 0 ? "S1" : nil) }
        let form = isQualified ? " elementFormDefault=\"qualified\"" : ""
        let target = decide("target", 12) == 0 ? "" : " targetNamespace=\"urn:t\" xmlns=\"urn:t\""
        return "<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\"\(target)\(form)>\(body)</xs:schema>"
    }

    private mutating func value(_ place: String) -> String {
        ["", "", "", "", "", " default=\"one\"", " fixed=\"one\""][decide("\(place).value", 7)]
    }

    private mutating func complexType(_ place: String, name: String?) -> String {
        let title = name.map { " name=\"\($0)\"" } ?? ""
        let mixed = decide("\(place).mixed", 8) == 0 ? " mixed=\"true\"" : ""
        if decide("\(place).simple", 7) == 0, name != "T1" {
            return "<xs:complexType\(title)><xs:simpleContent><xs:extension base=\"\(simpleName("\(place).base"))\">"
                + attributes(place) + "</xs:extension></xs:simpleContent></xs:complexType>"
        }
        var content = ""
        switch decide("\(place).kind", 8) {
        case 0: break
        case 1 where name != "T1":
            let parts = ["p", "q", "r"].map { name in
                decide("\(place).all.\(name)", 4) == 0 ? "" : local("\(place).all.\(name)", name, occurs: ["", " minOccurs=\"0\""][decide("\(place).all.\(name).min", 2)], depth: 1)
            }
            content = "<xs:all>\(parts.joined())</xs:all>"
        default: content = "<xs:sequence>\(particle("\(place).c", 3, ["a", "b", "c", "d", "f", "g"]))</xs:sequence>"
        }
        return "<xs:complexType\(title)\(mixed)>\(content)\(attributes(place))</xs:complexType>"
    }

    private mutating func attributes(_ place: String) -> String {
        var text = ""
        for name in ["k", "l", "m"] where decide("\(place).@\(name)", 3) == 0 {
            let value = value("\(place).@\(name)")
            let use = value.contains("default") ? "" : ["", " use=\"required\"", " use=\"optional\""][decide("\(place).@\(name).use", 3)]
            let type = value.isEmpty ? simpleName("\(place).@\(name).type") : "xs:string"
            text += "<xs:attribute name=\"\(name)\" type=\"\(type)\"\(use)\(value)/>"
        }
        if decide("\(place).@*", 6) == 0 {
            text += "<xs:anyAttribute namespace=\"\(["##any", "##other", "urn:x-anything"][decide("\(place).@*.ns", 3)])\" processContents=\"\(["skip", "lax", "strict"][decide("\(place).@*.p", 3)])\"/>"
        }
        return text
    }

    private mutating func occurs(_ place: String) -> String {
        [
            "", "", "", " minOccurs=\"0\"", " maxOccurs=\"unbounded\"", " minOccurs=\"0\" maxOccurs=\"unbounded\"",
            " maxOccurs=\"3\"", " minOccurs=\"2\" maxOccurs=\"5\"", " minOccurs=\"0\" maxOccurs=\"2\"", " minOccurs=\"0\" maxOccurs=\"200\"",
        ][decide("\(place).occurs", 10)]
    }

    /// No counters within counters: libxml2, which is the judge here, counts them wrongly where the inner part may be empty.
    private mutating func groupOccurs(_ place: String) -> String {
        ["", "", " minOccurs=\"0\"", " maxOccurs=\"unbounded\"", " minOccurs=\"0\" maxOccurs=\"unbounded\""][decide("\(place).occurs", 5)]
    }

    private mutating func particle(_ place: String, _ depth: Int, _ names: [String]) -> String {
        var text = ""
        let count = 1 + decide("\(place).n", 3)
        for number in 0..<count {
            let here = "\(place).\(number)"
            let share = names.count / count
            let mine = Array(names[(number * share)..<(number == count - 1 ? names.count : (number + 1) * share)])
            guard let name = mine.first else { continue }
            switch decide("\(here).kind", 10) {
            case 0 where depth > 0 && mine.count > 1: text += "<xs:choice\(groupOccurs(here))>\(particle(here, depth - 1, mine))</xs:choice>"
            case 1 where depth > 0 && mine.count > 1: text += "<xs:sequence\(groupOccurs(here))>\(particle(here, depth - 1, mine))</xs:sequence>"
            case 2 where depth > 1: text += "<xs:element ref=\"e1\"\(occurs(here))/>"
            case 3 where number == count - 1:
                text += "<xs:any namespace=\"\(["##other", "urn:x-anything"][decide("\(here).any", 2)])\" processContents=\"\(["skip", "lax", "strict"][decide("\(here).any.p", 3)])\"\(occurs(here))/>"
            case 4: continue
            default: text += local(here, mine[decide("\(here).name", mine.count) % mine.count] == name ? name : mine.last ?? name, occurs: occurs(here), depth: depth)
            }
        }
        return text
    }

    private mutating func local(_ place: String, _ name: String, occurs: String, depth: Int) -> String {
        let nillable = decide("\(place).nil", 8) == 0 ? " nillable=\"true\"" : ""
        let value = value(place)
        if !value.isEmpty { return "<xs:element name=\"\(name)\" type=\"xs:string\"\(value)\(nillable)\(occurs)/>" }
        if depth > 1, decide("\(place).complex", 4) == 0 {
            return "<xs:element name=\"\(name)\"\(nillable)\(occurs)>\(complexType("\(place).t", name: nil))</xs:element>"
        }
        if decide("\(place).ref", 8) == 0, occurs.contains("minOccurs=\"0\"") {
            return "<xs:element name=\"\(name)\" type=\"T1\"\(nillable)\(occurs)/>"
        }
        return "<xs:element name=\"\(name)\" type=\"\(simpleName("\(place).type"))\"\(nillable)\(occurs)/>"
    }

    private static let builtIns = [
        "xs:string", "xs:int", "xs:integer", "xs:decimal", "xs:token", "xs:NCName", "xs:byte", "xs:positiveInteger", "xs:boolean",
        "xs:double", "xs:date", "xs:dateTime", "xs:normalizedString", "xs:unsignedByte", "xs:language", "xs:NMTOKEN", "xs:long",
        "xs:NMTOKENS", "xs:anyURI", "xs:hexBinary", "xs:gYear", "xs:anySimpleType",
    ]

    private mutating func simpleName(_ place: String) -> String {
        let number = decide(place, 40)
        return number < Self.builtIns.count ? Self.builtIns[number] : number % 2 == 0 ? "S0" : "S1"
    }

    private mutating func simpleType(_ place: String, name: String, mayUse other: String?) -> String {
        var definition: String
        switch decide("\(place).kind", 9) {
        case 0, 1:
            let values = ["one", "two", "three", "four"].filter { decide("\(place).=\($0)", 4) > 0 }
            definition = "<xs:restriction base=\"\(["xs:token", "xs:string", "xs:NCName"][decide("\(place).base", 3)])\">"
                + (values.isEmpty ? ["five"] : values).map { "<xs:enumeration value=\"\($0)\"/>" }.joined() + "</xs:restriction>"
        case 2, 3:
            let (least, length) = (decide("\(place).min", 4), decide("\(place).max", 5))
            definition = "<xs:restriction base=\"\(["xs:token", "xs:string", "xs:normalizedString"][decide("\(place).base", 3)])\">"
                + (decide("\(place).hasMin", 3) > 0 ? "<xs:minLength value=\"\(least)\"/>" : "")
                + (decide("\(place).hasMax", 3) > 0 ? "<xs:maxLength value=\"\(least + length)\"/>" : "")
                + "</xs:restriction>"
        case 4, 5:
            let (least, width) = (decide("\(place).min", 6) - 3, decide("\(place).max", 200))
            definition = "<xs:restriction base=\"\(["xs:int", "xs:integer", "xs:decimal", "xs:short"][decide("\(place).base", 4)])\">"
                + (decide("\(place).hasMin", 3) > 0 ? "<xs:min\(["In", "Ex"][decide("\(place).ex", 2)])clusive value=\"\(least)\"/>" : "")
                + (decide("\(place).hasMax", 3) > 0 ? "<xs:maxInclusive value=\"\(least + 1 + width)\"/>" : "")
                + (decide("\(place).digits", 4) == 0 ? "<xs:totalDigits value=\"\(2 + decide("\(place).total", 3))\"/>" : "")
                + "</xs:restriction>"
        case 6:
            definition = "<xs:restriction base=\"xs:string\">"
                + ["[a-c]{2}", "\\d+", "x|y", "[A-Z][a-z]*"].filter { decide("\(place).~\($0)", 3) == 0 }
                .map { "<xs:pattern value=\"\($0)\"/>" }.joined() + "</xs:restriction>"
        case 7: definition = "<xs:list itemType=\"\(["xs:int", "xs:NMTOKEN", "xs:integer"][decide("\(place).item", 3)])\"/>"
        default:
            let members = ["xs:int", "xs:boolean", "xs:date", other].compactMap { $0 }.filter { decide("\(place).|\($0)", 3) > 0 }
            definition = "<xs:union memberTypes=\"\((members.isEmpty ? ["xs:token"] : members).filter { $0 != "S1" || other != nil }.joined(separator: " "))\"/>"
        }
        if definition.contains("memberTypes=\"\"") { definition = "<xs:list itemType=\"xs:int\"/>" }
        return "<xs:simpleType name=\"\(name)\">\(definition)</xs:simpleType>"
    }
}
