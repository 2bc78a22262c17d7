import ContractModel

/// A subject of a schema registry that Heddle owns. The texts are in the registry; here is what tells whether another hand
/// changed them since.
package struct LedgerSubject: Sendable, Equatable {
    package var phase: LedgerPhase
    package var stewardship: Stewardship
    /// The name of the Contract.
    package var contract: String
    package var format: ContractFormat
    /// A fingerprint of what the schema means, as it was applied: of its canonical form.
    package var model: String
    /// A fingerprint of the schema as it was written.
    package var text: String
    /// What Heddle set on the subject; nil where it set nothing.
    package var compatibility: CompatibilityMode?

    package init(
        phase: LedgerPhase, stewardship: Stewardship, contract: String, format: ContractFormat, model: String, text: String,
        compatibility: CompatibilityMode? = nil
    ) {
        self.phase = phase
        self.stewardship = stewardship
        self.contract = contract
        self.format = format
        self.model = model
        self.text = text
        self.compatibility = compatibility
    }
}
