import ReconcilerService

/// Where a controller has its manifests from: `read` answers `unchanged` where it says what the last sound reading said.
typealias ControllerSource = ReconcilerService.ManifestReading
