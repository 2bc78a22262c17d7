import ManifestWriting
import MeshModel

/// Rules as documents: what makes up an Application becomes one, the rest stays access.
struct ImportedAccess {
    var principals: [ImportedDocument] = []
    var applications: [ImportedDocument] = []
    var grants: [ImportedDocument] = []
    /// Topics that follow from an Application to the letter, and need no manifest of their own: topic → Application.
    var derivedTopics: [String: String] = [:]
}

func importAccess(
    for topics: [ChosenTopic], _ subjects: ImportedSubjects, _ request: ImportRequest, _ leftOut: inout [LeftOut]
) -> ImportedAccess {
    var imported = ImportedAccess()
    guard request.includesAccess, request.manages("Access", "Application") else { return imported }
    if let shortfall = request.observed.capabilities.shortfall(.access) {
        leftOut.append(LeftOut(.access, "all", .untold, "the cluster \(shortfall)"))
        return imported
    }
    var rules = chooseRules(request, topics, &leftOut)
    var principals = PrincipalNames(request)
    var folder = ApplicationFolder(request, topics, subjects)
    var rights: [String: Rights] = [:]
    // An Application has no word for the protection of a rule.
    for rule in rules where !request.isProtected(rule) { rights[rule.principal, default: Rights()].add(rule) }
    for (principal, rights) in rights.sorted(by: { $0.key < $1.key }) where principal != "User:*" && !rights.isEmpty {
        guard let application = folder.fold(rights, as: principal, name: { principals.name(of: principal) }) else { continue }
        rules.subtract(application.rules)
        imported.applications.append(application.document)
    }
    imported.applications.sort { $0.name < $1.name }
    imported.derivedTopics = folder.derivedTopics
    imported.grants = foldAccess(rules, request, &principals)
    imported.principals = principals.documents
    return imported
}
