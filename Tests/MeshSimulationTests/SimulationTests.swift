import Foundation
import MeshSimulation
import Testing

/// `HEDDLE_SEED=4711 swift test --filter MeshSimulationTests` runs that seed alone and tells all that happened; `HEDDLE_SEEDS=5000`
/// runs so many.
@Suite struct `A simulated mesh` {
    static let environment = ProcessInfo.processInfo.environment
    static let regressions = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Fixtures/regressions/seeds")

    static var seeds: [UInt64] {
        if let one = environment["HEDDLE_SEED"].flatMap({ UInt64($0) }) { return [one] }
        return Array(0..<(environment["HEDDLE_SEEDS"].flatMap { UInt64($0) } ?? 250))
    }

    private func fail(_ report: Simulation.Report) {
        let trace = Self.environment["HEDDLE_SEED"] == nil ? "" : "\n" + report.trace.joined(separator: "\n")
        Issue.record("run again with HEDDLE_SEED=\(report.seed): \(report.violations.joined(separator: "\n"))\(trace)")
    }

    @Test func `keeps its promises whatever goes wrong`() async {
        var (runs, changes, failing) = (0, 0, 0)
        for seed in Self.seeds where failing < 20 {
            var simulation = Simulation(seed: seed)
            let report = await simulation.run()
            runs += report.runs
            changes += report.changes
            guard !report.violations.isEmpty else { continue }
            failing += 1
            fail(report)
        }
        if Self.seeds.count > 100, failing == 0 { #expect(runs > 5 * Self.seeds.count && changes > 10 * Self.seeds.count, "too little happens") }
    }

    /// Each file holds the number of a seed that once found something, and what that was.
    @Test func `keeps the promises that it once broke`() async throws {
        let files = try FileManager.default.contentsOfDirectory(at: Self.regressions, includingPropertiesForKeys: nil)
        #expect(!files.isEmpty)
        for file in files where file.pathExtension == "txt" {
            let first = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").first
            var simulation = Simulation(seed: try #require(first.flatMap { UInt64($0) }, "\(file.lastPathComponent) begins with no seed"))
            let report = await simulation.run()
            if !report.violations.isEmpty { fail(report) }
        }
    }

    @Test func `goes the same way each time`() async {
        for seed in [3, 17, 99] as [UInt64] {
            var (first, second) = (Simulation(seed: seed), Simulation(seed: seed))
            let (one, other) = (await first.run(), await second.run())
            #expect(one.runs == other.runs && one.changes == other.changes)
            #expect(one.trace.count == other.trace.count)
        }
    }
}
