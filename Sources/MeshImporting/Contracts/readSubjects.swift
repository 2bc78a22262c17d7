import ContractModel
import Diagnostics
import MeshModel
import MeshResolution

/// The subjects whose latest schema a Contract can hold, under their own names, with what is called a record in each.
///
/// The language has a schema refer to others by their subjects' names, and to their latest versions: what clients register
/// unless told otherwise. Whatever leans on something that is left out is left out as well.
func readSubjects(_ request: ImportRequest, _ leftOut: inout [LeftOut]) -> [String: LinkedContract] {
    guard let subjects = request.observed.subjects, request.manages("Contract") else { return [:] }
    var contracts: [Resource<ContractSpec>] = []
    for (name, subject) in subjects.sorted(by: { $0.key < $1.key }) {
        if let (reason, message) = whyNot(name, subject, subjects, request) {
            leftOut.append(LeftOut(.subject, name, reason, message))
        } else if let format = subject.format {
            contracts.append(contract(name, subject, format))
        }
    }
    let (linked, diagnostics) = linkContracts(contracts)
    var problems: [String: String] = [:]
    for diagnostic in diagnostics where diagnostic.severity == .error {
        if let path = diagnostic.range?.file.path, problems[path] == nil { problems[path] = diagnostic.message }
    }
    for contract in contracts where linked[contract.name] == nil {
        leftOut.append(LeftOut(.subject, contract.name, .inexpressible, problems[contract.name] ?? "its schema cannot be read"))
    }
    return linked
}

private func whyNot(
    _ name: String, _ subject: ObservedSubject, _ all: [String: ObservedSubject], _ request: ImportRequest
) -> (LeftOut.Reason, String)? {
    let entry = request.observed.ledger.subjects[name]
    if request.isOfAnotherMesh(entry?.stewardship) { return (.ownedElsewhere, "it belongs to the mesh '\(entry?.stewardship.mesh ?? "")'") }
    guard let format = subject.format else { return (.inexpressible, "its schema is in a language that Heddle does not know") }
    if let spec = request.clusterSpec, !spec.registers(format) {
        return (.inexpressible, "the language keeps no \(format.rawValue) in the registry of this cluster")
    }
    if subject.schema.allSatisfy(\.isWhitespace) { return (.inexpressible, "its schema is empty") }
    for reference in subject.references {
        guard reference.name == reference.subject else {
            return (
                .inexpressible,
                "it refers to the subject '\(reference.subject)' by another name, '\(reference.name)', under which the language would register that again"
            )
        }
        guard let target = all[reference.subject] else {
            return (.untold, "it refers to the subject '\(reference.subject)', which the registry does not show")
        }
        guard target.latestVersion == reference.version else {
            return (
                .inexpressible,
                "it refers to version \(reference.version) of '\(reference.subject)', and the language means the latest, \(target.latestVersion)"
            )
        }
    }
    return nil
}

private func contract(_ name: String, _ subject: ObservedSubject, _ format: ContractFormat) -> Resource<ContractSpec> {
    let file = SourceFile(path: name, text: subject.schema)
    let range = SourceRange(file: file, start: .start, end: .start)
    let references = subject.references.map {
        ContractSpec.Reference(name: Located($0.name, at: range), contract: Located($0.subject, at: range))
    }
    return Resource(
        metadata: Metadata(name: Located(name, at: range)),
        spec: ContractSpec(format: Located(format), schema: file, schemaRange: range, references: references), range: range)
}
