import ContractModel

extension CompatibilityTable.Verdict {
    /// Whether the fixture's pair is compatible in `mode`; nil where the pair has no verdict.
    package func isCompatible(_ mode: CompatibilityMode) -> Bool? {
        guard newReaders != .unreadable, oldReaders != .unreadable else { return nil }
        return !(mode.checksBackward && breaksNewReaders) && !(mode.checksForward && breaksOldReaders)
    }

    var breaksNewReaders: Bool { newReaders == .breaks || also?.newReaders?.isEmpty == false }
    var breaksOldReaders: Bool { oldReaders == .breaks || also?.oldReaders?.isEmpty == false }
}
