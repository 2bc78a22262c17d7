import Determinism
import HeddleRuntime
import Testing

/// Hostile bytes and hostile schemas end in an error, and take no memory that they do not warrant.
struct ResolutionFuzzTests {
    private let writer = #"""
        {"type":"record","name":"R","fields":[{"name":"a","type":"string"},{"name":"m","type":{"type":"map","values":["null","int",{"type":"array","items":"null"}]}},
        {"name":"e","type":{"type":"enum","name":"E","symbols":["A","B","C"]}},{"name":"f","type":{"type":"fixed","name":"F","size":3}},
        {"name":"next","type":["null","R"]},{"name":"x","type":{"type":"array","items":{"type":"record","name":"I","fields":[{"name":"p","type":"int"},{"name":"q","type":"string"}]}}}]}
        """#
    private let reader = #"""
        {"type":"record","name":"R","fields":[{"name":"x","type":{"type":"array","items":{"type":"record","name":"I","fields":[{"name":"q","type":"bytes"},{"name":"p","type":"double"},{"name":"new","type":"string","default":"d"}]}}},
        {"name":"next","type":["null","R"]},{"name":"e","type":{"type":"enum","name":"E","symbols":["C","A"],"default":"A"}},
        {"name":"m","type":{"type":"map","values":["null",{"type":"array","items":"null"},"float"]}},{"name":"a","type":["bytes","string"]}]}
        """#

    @Test func `bytes of any kind are rewritten or refused`() throws {
        let resolution = try AvroResolution(writer: writer, reader: reader)
        let good: [UInt8] = [2, 0x61, 4, 2, 0x6B, 2, 6, 2, 0x6C, 4, 4, 0, 0, 2, 1, 2, 3, 0, 3, 6, 6, 2, 0x7A, 8, 2, 0x79, 0]
        var generator = SeededGenerator(seed: 3)
        var (done, refused) = (0, 0)
        for round in 0..<200_000 {
            var bytes = good
            for _ in 0..<round % 4 {
                switch Int.random(in: 0..<4, using: &generator) {
                case 0: bytes[Int.random(in: 0..<bytes.count, using: &generator)] = .random(in: 0...255, using: &generator)
                case 1: bytes.insert(.random(in: 0...255, using: &generator), at: Int.random(in: 0...bytes.count, using: &generator))
                case 2: if bytes.count > 1 { bytes.remove(at: Int.random(in: 0..<bytes.count, using: &generator)) }
                default: bytes.insert(contentsOf: [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 1], at: Int.random(in: 0...bytes.count, using: &generator))
                }
            }
            if round % 5 == 0 { bytes.removeLast(min(bytes.count, Int.random(in: 0..<6, using: &generator))) }
            var input = ByteReader(bytes.span.bytes)
            var output = ByteWriter()
            do throws(CodecError) {
                try resolution.rewrite(from: &input, into: &output)
                done += 1
            } catch {
                refused += 1
                #expect((0...bytes.count).contains(error.offset))
            }
            // Each of 65,536 empty items takes a byte of output at most; nothing else here grows by more than a few bytes.
            #expect(output.count < 80_000)
        }
        #expect(done > 1_000 && refused > 1_000)
    }

    @Test func `schemas of any kind are read or refused`() {
        var generator = SeededGenerator(seed: 4)
        let texts = [writer, reader].map { Array($0.utf8) }
        var (read, refused) = (0, 0)
        for round in 0..<6_000 {
            var bytes = texts[round % 2]
            for _ in 0...round % 3 {
                let place = Int.random(in: 0..<bytes.count, using: &generator)
                switch Int.random(in: 0..<3, using: &generator) {
                case 0: bytes[place] = Array("{}[]\",:0aRIEF\\".utf8)[Int.random(in: 0..<14, using: &generator)]
                case 1: bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 1...30, using: &generator)))
                default:
                    let from = Int.random(in: 0..<bytes.count, using: &generator)
                    bytes.insert(contentsOf: Array(bytes[from..<min(bytes.count, from + 40)]), at: place)
                }
            }
            let hostile = String(decoding: bytes, as: UTF8.self)
            do throws(SchemaResolutionError) {
                _ = try AvroResolution(writer: round % 4 < 2 ? hostile : writer, reader: round % 4 < 2 ? reader : hostile)
                read += 1
            } catch {
                refused += 1
            }
        }
        #expect(read > 10 && refused > 1_000, "\(read) read, \(refused) refused")
    }

    @Test func `schemas that are deep, wide or hold themselves are bounded`() throws {
        func refusal(_ writer: String, _ reader: String) -> String? {
            do throws(SchemaResolutionError) {
                _ = try AvroResolution(writer: writer, reader: reader)
                return nil
            } catch {
                return error.message
            }
        }
        let deep = String(repeating: #"{"type":"array","items":"#, count: 100_000) + "\"int\"" + String(repeating: "}", count: 100_000)
        #expect(refusal(deep, deep)?.contains("nested deeper") == true)
        // Each type is two of the next.
        let doubling = (0..<60).reversed().reduce("\"int\"") { inner, level in
            #"{"type":"record","name":"L\#(level)","fields":[{"name":"a","type":\#(inner)},{"name":"b","type":\#(level == 59 ? "\"int\"" : "\"L\(level + 1)\"")}]}"#
        }
        #expect(refusal(doubling, doubling.replacing("\"int\"", with: "\"double\"")) == nil)
        let wide = "[" + (0..<3_000).map { #"{"type":"fixed","name":"F\#($0)","size":1}"# }.joined(separator: ",") + "]"
        #expect(refusal(wide, wide) == nil || refusal(wide, wide)?.contains("too large") == true)
        let endless = #"{"type":"record","name":"R","fields":[{"name":"r","type":"R"}]}"#
        #expect(refusal(endless, endless) == nil)
        let fallback = #"{"type":"record","name":"R","fields":[{"name":"d","type":{"type":"record","name":"D","fields":[{"name":"d","type":"D","default":{}}]},"default":{}}]}"#
        #expect(refusal(#"{"type":"record","name":"R","fields":[]}"#, fallback)?.contains("default") == true)
    }
}
