import ReconcilerCore

/// Where a controller has its manifests from.
protocol ControllerSource: Sendable {
    /// Reads what stands there now; `unchanged` where it says what the last sound reading said.
    func read() async -> SourceOutcome
}
