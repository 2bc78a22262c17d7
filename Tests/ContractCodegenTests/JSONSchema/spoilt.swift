import Determinism

/// A JSON text with some of its bytes changed, put in, taken out or moved.
func spoilt(_ text: [UInt8], _ generator: inout SeededGenerator) -> [UInt8] {
    let spice = Array("{}[]\",:\\0123456789-+.eEtrufalsn \t\n/u\u{1}\u{7F}é€NI".utf8) + [0, 0x80, 0xC0, 0xED, 0xA0, 0xF4, 0xFF, 0x0B, 0x0C]
    var text = text
    for _ in 0..<Int.random(in: 1...3, using: &generator) {
        let byte = spice[Int.random(in: spice.indices, using: &generator)]
        guard !text.isEmpty else { return [byte] }
        let place = Int.random(in: text.indices, using: &generator)
        switch Int.random(in: 0..<8, using: &generator) {
        case 0, 1: text[place] = byte
        case 2, 3: text.insert(byte, at: place)
        case 4: text.remove(at: place)
        case 5: text.swapAt(place, Int.random(in: text.indices, using: &generator))
        case 6: text.removeSubrange(place..<min(text.count, place + Int.random(in: 1...6, using: &generator)))
        default: text.insert(contentsOf: text[place..<min(text.count, place + Int.random(in: 1...8, using: &generator))], at: place)
        }
    }
    return text
}
