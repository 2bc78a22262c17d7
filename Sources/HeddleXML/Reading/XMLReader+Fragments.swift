internal import CLibXML2
import HeddleRuntime

extension XMLReader {
    /// The element that is next with all that is in it, as text that stands for itself: its start tag declares every prefix that is
    /// used in it, be it in a value. The caller has seen that there is one.
    public mutating func fragment() -> XMLFragment {
        let start = ahead
        precondition(start < count && events[start].kind == HEDDLE_XML_START, "fragment() follows a test")
        let end = Int(events[start].partner)
        var text = ""
        for index in start...end {
            let event = events[index]
            switch event.kind {
            case UInt8(HEDDLE_XML_START):
                text += "<" + qualified(event)
                for (prefix, uri) in index == start ? used(in: start...end) : declared(by: event) {
                    text += prefix.isEmpty ? " xmlns=\"" : " xmlns:\(prefix)=\""
                    text += escaped(uri, inAttribute: true) + "\""
                }
                for number in 0..<Int(event.attribute_count) {
                    guard let attribute = attributes?[Int(event.attributes) + number] else { continue }
                    let prefix = HeddleXML.string(attribute.prefix)
                    text += " " + (prefix.isEmpty ? "" : prefix + ":") + HeddleXML.string(attribute.local) + "=\""
                    text += escaped(string(attribute.text, attribute.count), inAttribute: true) + "\""
                }
                text += ">"
            case UInt8(HEDDLE_XML_TEXT): text += escaped(string(event.text, event.count), inAttribute: false)
            default: text += "</" + qualified(events[Int(event.partner)]) + ">"
            }
        }
        next = end + 1
        return XMLFragment(unchecked: text)
    }

    private func qualified(_ event: heddle_xml_event) -> String {
        let prefix = HeddleXML.string(event.prefix)
        return prefix.isEmpty ? HeddleXML.string(event.local) : prefix + ":" + HeddleXML.string(event.local)
    }

    private func declared(by event: heddle_xml_event) -> [(String, String)] {
        guard let declarations else { return [] }
        return (0..<Int(event.declaration_count)).map { number in
            let declaration = declarations[Int(event.declarations) + number]
            return (HeddleXML.string(declaration.prefix), HeddleXML.string(declaration.uri))
        }
    }

    /// The prefixes that names and values between the tags need, with what they mean there; the default namespace is always told, be it none.
    private func used(in range: ClosedRange<Int>) -> [(String, String)] {
        var known: [String: String] = [:]
        var element = range.lowerBound
        while element >= 0 {
            for (prefix, uri) in declared(by: events[element]) where known[prefix] == nil { known[prefix] = uri }
            element = Int(events[element].parent)
        }
        var open = Set(known.keys)
        var needed: Set<String> = [""]
        func note(_ name: heddle_xml_tape_name) { needed.insert(HeddleXML.string(name)) }
        func look(at value: String) {
            guard value.utf8.contains(UInt8(ascii: ":")) else { return }
            for prefix in open where !prefix.isEmpty && holds(value, prefix) { needed.insert(prefix) }
        }
        for index in range {
            let event = events[index]
            if event.kind == HEDDLE_XML_TEXT { look(at: string(event.text, event.count)) }
            guard event.kind == HEDDLE_XML_START else { continue }
            note(event.prefix)
            for number in 0..<Int(event.attribute_count) {
                guard let attribute = attributes?[Int(event.attributes) + number] else { continue }
                note(attribute.prefix)
                look(at: string(attribute.text, attribute.count))
            }
            open.subtract(needed)
        }
        known["", default: ""] += ""
        return known.filter { needed.contains($0.key) }.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    /// Whether a word of the value begins with the prefix and a colon.
    private func holds(_ value: String, _ prefix: String) -> Bool {
        value.utf8.split { $0 <= 32 }.contains { $0.starts(with: (prefix + ":").utf8) }
    }
}
