import Determinism
import MeshModel
import RandomMeshes
import Testing

@testable import PlanFiles

@Suite struct `A snapshot as a file` {
    static func snapshot(_ seed: UInt64) -> MeshSnapshot {
        var chance = SeededGenerator(seed: seed)
        var clusters: [String: ObservedCluster] = [:]
        for name in ["eu", "us", "日本"].prefix(Int(chance.next() % 4)) { clusters[name] = RandomMesh.cluster(using: &chance) }
        return MeshSnapshot(
            takenAt: Instant(millisecondsSinceEpoch: Int64(seed) * 86_399_999), heddleVersion: "0.1.0", mesh: "shop",
            environment: seed % 2 == 0 ? nil : "prod", clusters: clusters)
    }

    @Test func `what is written is read again, exactly`() throws {
        for seed in 0..<400 as Range<UInt64> {
            let snapshot = Self.snapshot(seed)
            let (bytes, digest) = encodeSnapshot(snapshot)
            let (again, digestAgain) = try decodeSnapshot(bytes)
            #expect(again == snapshot, "seed \(seed)")
            #expect(digest == digestAgain)
            #expect(encodeSnapshot(again).bytes == bytes)
        }
    }

    @Test func `the digest stays when the file is laid out anew`() throws {
        let (bytes, digest) = encodeSnapshot(Self.snapshot(3))
        var inString = false
        var squeezed: [UInt8] = []
        for (index, byte) in bytes.enumerated() {
            if byte == UInt8(ascii: "\""), bytes[index - 1] != UInt8(ascii: "\\") { inString.toggle() }
            if !inString, byte == UInt8(ascii: "\n") || byte == UInt8(ascii: " ") { continue }
            squeezed.append(byte)
        }
        #expect(squeezed.count < bytes.count)
        #expect(try decodeSnapshot(squeezed).digest == digest)
    }

    @Test func `a changed value is told, whichever it is`() throws {
        var text = String(decoding: encodeSnapshot(Self.snapshot(1)).bytes, as: UTF8.self)
        text = text.replacingOccurrence(of: "\"mesh\": \"shop\"", with: "\"mesh\": \"shoq\"")
        let problem = #expect(throws: FileProblem.self) { try decodeSnapshot(Array(text.utf8)) }
        #expect(problem?.kind == .changed)
        #expect(problem?.description(of: "s.json") == "s.json:4:13: this snapshot was changed after it was written: its digest does not fit")
    }

    @Test func `a newer version says so before anything else is looked at`() throws {
        let text = #"{"format": "heddle-snapshot", "formatVersion": "2.0", "unheard": []}"#
        let problem = #expect(throws: FileProblem.self) { try decodeSnapshot(Array(text.utf8)) }
        #expect(problem?.kind == .otherVersion)
        #expect(problem?.message.contains("reads version 1.0") == true)
    }

    @Test(arguments: [
        ("", "this is no snapshot"), ("[]", "expected an object, found an array"), ("{\"format\": \"heddle-plan\"}", "it does not say"),
        ("{\"format\": \"heddle-snapshot\"}", "'formatVersion' is missing"), ("{\"format\":", "this is no snapshot"),
    ])
    func `what is no snapshot is told why`(text: String, part: String) {
        let problem = #expect(throws: FileProblem.self) { try decodeSnapshot(Array(text.utf8)) }
        #expect(problem?.message.contains(part) == true, "\(String(describing: problem?.message))")
    }

    @Test func `depth without end is refused`() {
        let text = #"{"format": "heddle-snapshot", "x": "# + String(repeating: "[", count: 100_000)
        #expect(throws: FileProblem.self) { try decodeSnapshot(Array(text.utf8)) }
    }

    @Test func `no damage brings it down, and none passes unseen`() throws {
        var chance = SeededGenerator(seed: 77)
        for round in 0..<800 {
            let (bytes, _) = encodeSnapshot(Self.snapshot(UInt64(round % 40)))
            var damaged = bytes
            for _ in 0...Int(chance.next() % 3) {
                let place = Int(chance.next() % UInt64(damaged.count))
                switch chance.next() % 4 {
                case 0: damaged[place] = UInt8(truncatingIfNeeded: chance.next())
                case 1: damaged.removeSubrange(place..<min(damaged.count, place + Int(chance.next() % 20)))
                case 2: damaged.insert(contentsOf: Array("null".utf8), at: place)
                default: damaged = Array(damaged.prefix(place)) + [0x20]
                }
            }
            guard let (again, _) = try? decodeSnapshot(damaged) else { continue }
            #expect(encodeSnapshot(again).bytes == bytes, "round \(round): another content passes for this one")
        }
    }

    /// With a digest that fits, so that the reading of every part is met with nonsense.
    @Test func `hostile contents are refused and harm nothing`() throws {
        var chance = SeededGenerator(seed: 78)
        let odd = ["null", "-1", "1e400", "9007199254740993", "\"\"", "{}", "[]", "[[]]", "true", "{\"set\":{\"a\":\"1\"},\"default\":{\"a\":\"1\"}}"]
        for round in 0..<500 {
            let text = String(decoding: encodeSnapshot(Self.snapshot(UInt64(round % 40))).bytes, as: UTF8.self)
            let tokens = text.ranges(of: try Regex(#""[^"]*"(?!:)|[0-9]+"#))
            let token = tokens[Int(chance.next() % UInt64(tokens.count))]
            let changed = text.replacingCharacters(in: token, with: odd[Int(chance.next() % UInt64(odd.count))])
            guard let root = resealed(changed) else { continue }
            _ = try? decodeSnapshot(root)
        }
    }
}

extension String {
    func replacingOccurrence(of old: String, with new: String) -> String {
        guard let range = firstRange(of: old) else { return self }
        return replacingCharacters(in: range, with: new)
    }

    func replacingCharacters(in range: Range<Index>, with new: String) -> String { self[..<range.lowerBound] + new + self[range.upperBound...] }
}
