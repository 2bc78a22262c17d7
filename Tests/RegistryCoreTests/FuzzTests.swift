import ContractModel
import Diagnostics
import RegistryCore
import TestSupport
import Testing

@Suite struct `Whatever is sent` {
    static let bodies = [
        RegistryInUse.submission(record("id", "b?")),
        RegistryInUse.submission("{\"type\":\"object\",\"properties\":{\"a\":{\"$ref\":\"r\"}}}", type: "JSON", references: [("r", "a", 1)]),
        RegistryInUse.submission("syntax = \"proto3\"; message A { int32 x = 1; }", type: "PROTOBUF"),
        RegistryInUse.submission("CgdhLnByb3RvIhEKAUESDAoBeBgBIAEoBVIBeGIGcHJvdG8z", type: "PROTOBUF"),
        "{\"compatibility\":\"FULL\"}", "{\"mode\":\"IMPORT\"}",
    ]
    static let targets = [
        ("POST", "/subjects/a/versions?normalize=true"), ("POST", "/subjects/a"), ("POST", "/compatibility/subjects/a/versions?verbose=true"),
        ("PUT", "/config/a"), ("PUT", "/mode/a"), ("POST", "/compatibility/subjects/a/versions/latest"), ("GET", "/schemas/ids/1?format=serialized"),
        ("DELETE", "/subjects/a/versions/1"), ("GET", "/subjects/%61/versions?offset=1&limit=99999999999999999999"),
    ]

    @Test func `requests of any bytes are answered`() {
        var generator = SeededGenerator(seed: 1)
        var use = RegistryInUse()
        use.register("a", record("id"))
        for _ in 0..<2_000 {
            var body = Array((Self.bodies.randomElement(using: &generator) ?? "").utf8)
            mutate(&body, &generator)
            var (method, target) = Self.targets.randomElement(using: &generator) ?? ("GET", "/")
            if Int.random(in: 0..<10, using: &generator) == 0 {
                var bytes = Array(target.utf8)
                mutate(&bytes, &generator)
                target = String(decoding: bytes, as: UTF8.self)
                method = ["GET", "POST", "PUT", "DELETE", ""].randomElement(using: &generator) ?? ""
            }
            let answer = use.call(method, target, String(decoding: body, as: UTF8.self))
            #expect((200..<500).contains(answer.status))
            if answer.status != 200 { #expect(answer.code >= 400, "\(answer.text)") }
        }
        #expect(use.replayed().state == use.registry.state)
    }

    @Test func `records of any bytes are read or passed over`() throws {
        var generator = SeededGenerator(seed: 2)
        var use = RegistryInUse()
        for (index, body) in Self.bodies.enumerated() { use.call("POST", "/subjects/s\(index)/versions", body) }
        use.call("PUT", "/config/a", "{\"compatibility\":\"FULL\"}")
        use.call("PUT", "/mode/a", "{\"mode\":\"IMPORT\"}")
        use.call("DELETE", "/subjects/s0")
        var registry = Registry()
        var taken = 0
        for _ in 0..<3_000 {
            guard var (key, value) = use.log.randomElement(using: &generator) else { return }
            if Bool.random(using: &generator) { mutate(&key, &generator) }
            if var bytes = value, Bool.random(using: &generator) {
                mutate(&bytes, &generator)
                value = bytes
            }
            guard let record = try? readRegistryRecord(key: key, value: value) else { continue }
            taken += 1
            try? registry.apply(record)
        }
        #expect(taken > 500)
        for id in 0..<20 { #expect(registry.answer(RegistryRequest("GET", "/schemas/ids/\(id)")).status < 500) }
        for schema in registry.snapshot.versions(of: "s1") { _ = registry.snapshot.schema(id: schema.id) }
    }

    @Test func `deep nesting is refused`() {
        var use = RegistryInUse()
        let deep = String(repeating: "{\"type\":\"array\",\"items\":", count: 20_000)
        #expect(use.register("a", deep).code == 42201)
        #expect(use.register("a", String(repeating: "[", count: 100_000), type: "JSON").code == 42201)
        #expect(use.register("a", String(repeating: "message A {", count: 20_000), type: "PROTOBUF").code == 42201)
        #expect(use.call("PUT", "/config", String(repeating: "[", count: 100_000)).status == 400)
    }

    private func mutate(_ bytes: inout [UInt8], _ generator: inout SeededGenerator) {
        for _ in 0..<Int.random(in: 0..<4, using: &generator) {
            let place = Int.random(in: 0...bytes.count, using: &generator)
            switch Int.random(in: 0..<4, using: &generator) {
            case 0: bytes.insert(UInt8.random(in: 0...255, using: &generator), at: place)
            case 1 where place < bytes.count: bytes.remove(at: place)
            case 2 where place < bytes.count: bytes[place] = UInt8.random(in: 0...255, using: &generator)
            default:
                let end = Int.random(in: place...bytes.count, using: &generator)
                bytes.insert(contentsOf: bytes[place..<end].prefix(40), at: place)
            }
        }
    }
}
