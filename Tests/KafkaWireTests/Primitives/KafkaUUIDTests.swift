import Determinism
import KafkaWire
import Testing

@Suite struct KafkaUUIDTests {
    @Test func `an id prints as URL-safe base64 without padding`() {
        #expect(KafkaUUID.zero.description == "AAAAAAAAAAAAAAAAAAAAAA")
        #expect(KafkaUUID(high: 0, low: 1).description == "AAAAAAAAAAAAAAAAAAAAAQ")
        #expect(KafkaUUID(high: .max, low: .max).description == "_____________________w")
        // The bytes 00 01 … 0f.
        #expect(KafkaUUID(high: 0x0001_0203_0405_0607, low: 0x0809_0A0B_0C0D_0E0F).description == "AAECAwQFBgcICQoLDA0ODw")
    }

    @Test func `what an id prints reads as the same id`() {
        var generator = SeededGenerator(seed: 5)
        for _ in 0..<2000 {
            let id = KafkaUUID(high: generator.next(), low: generator.next())
            #expect(KafkaUUID(id.description) == id)
        }
    }

    @Test(arguments: [
        "", "AAAAAAAAAAAAAAAAAAAAA", "AAAAAAAAAAAAAAAAAAAAAAA", "AAAAAAAAAAAAAAAAAAAAA=", "AAAAAAAAAAAAAAAAAAAAA+",
        "AAAAAAAAAAAAAAAAAAAAAB", "éAAAAAAAAAAAAAAAAAAAA",
    ])
    func `other texts are not ids`(text: String) {
        #expect(KafkaUUID(text) == nil)
    }
}
