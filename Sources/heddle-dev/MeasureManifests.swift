import ArgumentParser
import CLibYAML
import Foundation
import ManifestLoading
import MeshResolution

/// What `heddle validate` does to a mesh, but for the disk, beside the least that can be done to the same bytes: libyaml's scan.
struct MeasureManifests: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "manifests", abstract: "Time and memory to load and validate a mesh, beside a bare scan of its YAML.")
    @Option(help: "How many documents the mesh has.") var documents = 10_000
    @Option(help: "The best of so many rounds counts.") var rounds = 10

    func run() throws {
        let source = InMemoryManifestSource(sampleManifests(documents: documents))
        let bytes = source.contents.values.reduce(0) { $0 + $1.count }
        let before = peakMegabytes()
        let clock = ContinuousClock()
        var scan = Duration.seconds(1_000_000)
        var load = scan
        for _ in 0..<rounds {
            load = min(load, try clock.measure { try validate(source) })
            scan = min(scan, clock.measure { for file in source.contents.values { scanEvents(file) } })
        }
        print(
            """
            {"documents":\(documents),"bytes":\(bytes),"scan_ms":\(milliseconds(scan)),"validate_ms":\(milliseconds(load)),\
            "ratio":\((load / scan * 100).rounded() / 100),"peak_mb":\(peakMegabytes()),"of_texts_mb":\(before)}
            """)
    }

    private func validate(_ source: InMemoryManifestSource) throws {
        let (loaded, found) = loadMesh(source)
        guard let loaded, found.isEmpty else { throw ValidationError("the sample cannot be loaded: \(found.first?.message ?? "")") }
        let (mesh, further) = resolveMesh(loaded)
        guard mesh != nil else { throw ValidationError("the sample cannot be linked: \(further.first?.message ?? "")") }
    }
}

private func scanEvents(_ bytes: [UInt8]) {
    var parser = yaml_parser_t()
    guard yaml_parser_initialize(&parser) == 1 else { return }
    defer { yaml_parser_delete(&parser) }
    bytes.withUnsafeBufferPointer { text in
        yaml_parser_set_input_string(&parser, text.baseAddress, text.count)
        var event = yaml_event_t()
        while yaml_parser_parse(&parser, &event) == 1 {
            let isLast = event.type == YAML_STREAM_END_EVENT
            yaml_event_delete(&event)
            if isLast { return }
        }
    }
}

private func milliseconds(_ duration: Duration) -> Int { Int(duration / .milliseconds(1)) }

/// The most that this process has ever held, as Linux tells it.
private func peakMegabytes() -> Int {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    return line.flatMap { Int($0.filter(\.isNumber)) }.map { $0 / 1024 } ?? 0
}
