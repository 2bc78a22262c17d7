import Foundation
import MeshSimulation
import Testing

/// `HEDDLE_SEED=4711` runs that seed alone and tells all that happened; `HEDDLE_SEEDS=5000` runs so many.
@Suite struct `A simulated mesh` {
    static let environment = ProcessInfo.processInfo.environment

    static var seeds: [UInt64] {
        if let one = environment["HEDDLE_SEED"].flatMap({ UInt64($0) }) { return [one] }
        return Array(0..<(environment["HEDDLE_SEEDS"].flatMap { UInt64($0) } ?? 300))
    }

    @Test func `keeps its promises whatever goes wrong`() async {
        let start = Date()
        var (runs, changes, failing) = (0, 0, 0)
        for seed in Self.seeds {
            var simulation = Simulation(seed: seed)
            let report = await simulation.run()
            runs += report.runs
            changes += report.changes
            guard !report.violations.isEmpty else { continue }
            failing += 1
            let trace = Self.environment["HEDDLE_SEED"] == nil ? "" : "\n" + report.trace.joined(separator: "\n")
            Issue.record("HEDDLE_SEED=\(seed): \(report.violations.joined(separator: "\n"))\(trace)")
            if failing > 20 { break }
        }
        print("simulated: \(Self.seeds.count) seeds, \(runs) runs, \(changes) changes, \(Date().timeIntervalSince(start)) s")
    }
}
