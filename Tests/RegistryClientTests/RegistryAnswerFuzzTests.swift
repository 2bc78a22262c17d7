import RegistryClient
import ScriptedRegistry
import Synchronization
import Testing
import TestSupport

@Suite struct `Answers of whatever bytes` {
    static let seeds = [
        (200, #"{"subject":"orders-value","version":3,"id":7,"schemaType":"PROTOBUF","schema":"syntax","references":[{"name":"m","subject":"money","version":2}]}"#),
        (200, #"{"compatibilityLevel":"FULL_TRANSITIVE"}"#), (200, "[1,2,3]"), (404, #"{"error_code":40401,"message":"Subject 's' not found."}"#),
    ]

    @Test func `end in a value or an error, and only a registry's own word means that there is none`() async throws {
        let next = Mutex<(status: Int, body: String)>((200, ""))
        let options = RegistryClientOptions(deadline: .zero)
        try await withRegistry(options: options) { _ in next.withLock { .json($0.status, $0.body) } } _: { client, _ in
            var chance = SeededGenerator(seed: 0x2E61)
            for (status, seed) in Self.seeds {
                for _ in 0..<300 {
                    var bytes = Array(seed.utf8)
                    for _ in 0..<Int.random(in: 1...3, using: &chance) {
                        let index = Int.random(in: 0..<bytes.count, using: &chance)
                        switch Int.random(in: 0...2, using: &chance) {
                        case 0: bytes[index] = UInt8.random(in: 32...126, using: &chance)
                        case 1: bytes.remove(at: index)
                        default: bytes.insert(contentsOf: bytes[index..<min(index + 6, bytes.count)], at: index)
                        }
                    }
                    let body = String(decoding: bytes, as: UTF8.self)
                    next.withLock { $0 = (status, body) }
                    _ = await failure { () throws(RegistryError) in try await client.versions(of: "s") }
                    _ = await failure { () throws(RegistryError) in try await client.compatibility() }
                    do throws(RegistryError) {
                        if try await client.latest(of: "s") == nil { #expect(body.contains("4040"), "\(body)") }
                    } catch {
                        #expect(!error.message.isEmpty)
                    }
                }
            }
        }
    }
}
