import ContractModel

/// A subject as a schema registry tells of it.
package struct ObservedSubject: Sendable, Equatable {
    package var latestVersion: Int
    /// Of the latest version's schema.
    package var id: Int
    /// nil: a format that Heddle does not know.
    package var format: ContractFormat?
    package var schema: String
    package var references: [ObservedReference]
    /// Set on the subject itself; nil where the registry's default holds.
    package var compatibility: CompatibilityMode?
    /// Those that are not deleted, ascending.
    package var versions: [Int]
    /// nil when nobody asked: only a schema that is to change needs it.
    package var history: SubjectHistory?

    package init(
        latestVersion: Int, id: Int, format: ContractFormat?, schema: String, references: [ObservedReference] = [],
        compatibility: CompatibilityMode? = nil, versions: [Int]? = nil, history: SubjectHistory? = nil
    ) {
        self.latestVersion = latestVersion
        self.id = id
        self.format = format
        self.schema = schema
        self.references = references
        self.compatibility = compatibility
        self.versions = versions ?? [latestVersion]
        self.history = history
    }
}

/// Registries name one version of a subject, for good.
package struct ObservedReference: Sendable, Hashable {
    package var name: String
    package var subject: String
    package var version: Int

    package init(name: String, subject: String, version: Int) {
        self.name = name
        self.subject = subject
        self.version = version
    }
}

/// What judging a new schema needs to know of its subject.
package struct SubjectHistory: Sendable, Equatable {
    package struct Version: Sendable, Equatable {
        package var version: Int
        /// nil: a format that Heddle does not know.
        package var format: ContractFormat?
        package var schema: String
        /// The schemas that it refers to, and those that they refer to, by the names that they are called.
        package var referenced: [String: String]

        package init(version: Int, format: ContractFormat?, schema: String, referenced: [String: String] = [:]) {
            self.version = version
            self.format = format
            self.schema = schema
            self.referenced = referenced
        }
    }

    /// Ascending; the latest alone where no more was asked for.
    package var versions: [Version]
    /// The version that the registry takes for the declared schema; nil: none is.
    package var declaredVersion: Int?

    package init(versions: [Version], declaredVersion: Int? = nil) {
        self.versions = versions
        self.declaredVersion = declaredVersion
    }
}
