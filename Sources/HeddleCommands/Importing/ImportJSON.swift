import MeshImporting

/// The shape is Specs/import/v1/import.schema.json; it changes only by adding.
struct ImportJSON: Encodable {
    var formatVersion = "1.0"
    var mesh: String
    var cluster: String
    var dryRun: Bool
    var files: [File]
    var leftOut: [Omission]
    var plan: Plan

    struct File: Encodable {
        var path: String
        var documents: [Document]
        /// With `--dry-run` alone.
        var text: String?
    }

    struct Document: Encodable {
        var kind: String
        var name: String
    }

    struct Omission: Encodable {
        var sort: String
        var name: String
        var reason: String
        var message: String
    }

    struct Plan: Encodable {
        /// It takes over what is there and changes nothing.
        var holds: Bool
        var adoptions: Int
        var differences: [Difference]
    }

    struct Difference: Encodable {
        var address: String
        var message: String
    }

    init(_ report: ImportReport, _ proof: ImportProof) {
        mesh = report.mesh
        cluster = report.cluster
        dryRun = report.isDryRun
        files = report.files.map { file in
            File(
                path: file.path, documents: file.documents.map { Document(kind: $0.kind.rawValue, name: $0.name) },
                text: report.isDryRun ? file.text : nil)
        }
        leftOut = report.imported.leftOut.map {
            Omission(sort: $0.sort.rawValue, name: $0.name, reason: $0.reason.rawValue, message: $0.message)
        }
        plan = Plan(
            holds: proof.holds, adoptions: proof.adoptions,
            differences: proof.differences.map { Difference(address: $0.address, message: $0.message) })
    }
}
