import HeddleRuntime
import Testing

struct EnvelopeTests {
    private func framing(_ bytes: [UInt8], hasMessageIndexes: Bool = false) -> String {
        var reader = ByteReader(bytes.span.bytes)
        do throws(FramingError) {
            return "\(try ConfluentFrame(from: &reader, hasMessageIndexes: hasMessageIndexes).messageIndexes)"
        } catch {
            return error.description
        }
    }

    @Test func `bytes without framing are told from bytes that end in it`() {
        #expect(framing([]) == "expected 5 bytes of framing, found 0")
        #expect(framing([0, 1, 2]) == "expected 5 bytes of framing, found 3")
        #expect(framing([1, 1, 2]) == "expected 17 bytes of framing, found 3")
        #expect(framing([0x7B, 0x7D]).hasPrefix("123 is no magic byte"))
        #expect(framing([0, 0, 0, 0, 7, 0], hasMessageIndexes: true) == "[0]")
        #expect(framing([0, 0, 0, 0, 7, 2, 2], hasMessageIndexes: true) == "[1]")
        #expect(framing([0, 0, 0, 0, 7, 200, 1, 2], hasMessageIndexes: true) == "the list of message indexes says that it has 100 of them")
        #expect(framing([0, 0, 0, 0, 7, 2, 1], hasMessageIndexes: true) == "the list of message indexes has the index -1")
        #expect(framing([0, 0, 0, 0, 7, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF], hasMessageIndexes: true).contains("more than five bytes"))
    }

    @Test func `Glue's framing is read, and compressed payloads are refused`() throws {
        let frame = GlueFrame(schemaVersion: SchemaGUID("f81d4fae-7dec-11d0-a765-00a0c91e6bf6")!)
        var writer = ByteWriter()
        frame.write(into: &writer)
        var bytes = writer.copyBytes()
        #expect(bytes.count == 18)
        var reader = ByteReader(bytes.span.bytes)
        #expect(try GlueFrame(from: &reader) == frame)
        bytes[1] = 5
        var compressed = ByteReader(bytes.span.bytes)
        #expect(throws: FramingError.compression(5)) { try GlueFrame(from: &compressed) }
    }

    @Test func `trace headers are read as W3C says`() {
        let text = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"
        #expect(TraceParent(text)?.description == text)
        #expect(TraceParent("cc-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-what-comes")?.description == text)
        for wrong in [
            "", text + "-x", text.uppercased(), "ff" + text.dropFirst(2), "cc" + text.dropFirst(2) + "x", text.replacing("-", with: "_"),
            "00-00000000000000000000000000000000-00f067aa0ba902b7-01", "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
        ] {
            #expect(TraceParent(wrong) == nil, "\(wrong)")
        }
        var state = TraceState(" rojo=00f067aa0ba902b7 ,, congo=t61rcWkgMzE,t@s=a b")
        #expect(state?.description == "rojo=00f067aa0ba902b7,congo=t61rcWkgMzE,t@s=a b")
        state?.set(TraceState.Member(key: "congo", value: "new")!)
        #expect(state?.description == "congo=new,rojo=00f067aa0ba902b7,t@s=a b")
        for wrong in ["a", "A=1", "a=1,a=2", "a=b=c", "=1", "a=", (0..<33).map { "k\($0)=1" }.joined(separator: ",")] {
            #expect(TraceState(wrong) == nil, "\(wrong)")
        }
        let context = TraceContext(headers: [RecordHeader("traceparent", text: text), RecordHeader("tracestate", text: "a=1"), RecordHeader("tracestate", text: "b=2")])
        #expect(context?.headers.map(\.text) == [text, "a=1,b=2"])
        #expect(TraceContext(headers: [RecordHeader("traceparent", text: text), RecordHeader("traceparent", text: text)]) == nil)
    }

    @Test func `events that the specification does not allow are refused`() {
        func refusal(_ change: (inout CloudEvent) -> Void) -> String? {
            var event = CloudEvent(id: "1", source: "/a", type: "t")
            change(&event)
            do throws(CloudEventError) {
                try event.validate()
                return nil
            } catch {
                return error.description
            }
        }
        #expect(refusal { _ in } == nil)
        #expect(refusal { $0.id = "" } == "the attribute 'id' is empty")
        #expect(refusal { $0.source = "a b" } == "the attribute 'source' is no URI reference")
        #expect(refusal { $0.dataSchema = "/relative" } == "the attribute 'dataschema' is no absolute URI")
        #expect(refusal { $0.subject = "a\u{7}" }?.contains("U+7") == true)
        #expect(refusal { $0.dataContentType = "json" }?.contains("media type") == true)
        #expect(refusal { $0.extensions["Trace-Id"] = .text("x") }?.contains("small letters") == true)
        #expect(refusal { $0.extensions["data"] = .text("x") }?.contains("meaning of its own") == true)
        for time in ["2026-02-29T00:00:00Z", "2026-13-01T00:00:00Z", "2026-01-01 00:00:00Z", "2026-01-01T00:00:00", "2026-01-01T00:00:00.Z", "2026-01-01T24:00:00Z"] {
            #expect(refusal { $0.time = time }?.contains("RFC 3339") == true, "\(time)")
        }
        for time in ["2024-02-29T23:59:60.123456789+01:00", "0000-01-01t00:00:00z"] { #expect(refusal { $0.time = time } == nil, "\(time)") }
        #expect(CloudEvent.time(secondsSince1970: 951_782_400, nanoseconds: 500_000_000) == "2000-02-29T00:00:00.5Z")
        #expect(CloudEvent.time(secondsSince1970: -1) == "1969-12-31T23:59:59Z")
        #expect(CloudEvent.time(secondsSince1970: 253_402_300_800) == nil)
        for (json, reason) in [
            ("[]", "no object"), ("{", "lacks a key"), (#"{"specversion":"0.3"}"#, "'0.3', not 1.0"), (#"{"specversion":"1.0","id":7}"#, "no string"),
            (#"{"specversion":"1.0","id":"1","source":"/","type":"t","data":1,"data_base64":""}"#, "both"),
            (#"{"specversion":"1.0","id":"1","source":"/","type":"t","data_base64":"a"}"#, "not base64"),
            (#"{"specversion":"1.0","id":"1","source":"/","type":"t","x":{}}"#, "no string, integer or boolean"),
            (#"{"specversion":"1.0","id":"1","source":"/","type":"t","x":1.5}"#, "no integer"),
        ] {
            do throws(CloudEventError) {
                _ = try CloudEvent(json: Array(json.utf8))
                Issue.record("read: \(json)")
            } catch {
                #expect(error.description.contains(reason), "\(error)")
            }
        }
    }

    @Test func `correlation ids are found by the names in use`() {
        #expect(CorrelationID.read(from: [RecordHeader("ce_correlationid", text: "b"), RecordHeader("correlation-id", text: "a")]) == "a")
        #expect(CorrelationID.read(from: [RecordHeader(name: "correlation-id", value: nil), RecordHeader("ce_correlationid", text: "b")]) == "b")
        #expect(CorrelationID.read(from: []) == nil)
    }
}
