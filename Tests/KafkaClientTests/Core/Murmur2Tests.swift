import Testing

@testable import KafkaClient

@Suite struct `Partitions of keys` {
    /// From the tests of Kafka's Java client (`UtilsTest.testMurmur2`).
    @Test(arguments: [
        ("21", -973_932_308), ("foobar", -790_332_482), ("a-little-bit-long-string", -985_981_536),
        ("a-little-bit-longer-string", -1_486_304_829), ("lkjh234lh9fiuh90y23oiuhsafujhadof229phr9h19h89h8", -58_897_971), ("abc", 479_470_107),
    ] as [(String, Int32)]) func `keys hash as in Java`(_ key: String, _ hash: Int32) {
        #expect(Int32(bitPattern: murmur2(Array(key.utf8))) == hash)
        #expect(partitionOfKey(Array(key.utf8), among: 1000) == (hash & Int32.max) % 1000)
    }
}
