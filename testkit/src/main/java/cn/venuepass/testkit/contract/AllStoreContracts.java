package cn.venuepass.testkit.contract;

/** Everything that one technology of stores must keep. */
public interface AllStoreContracts
    extends TransactionsContract,
        PeopleContract,
        AccessContract,
        VenuesContract,
        ManagersAndPostersContract,
        VisitLedgerContract,
        VisitRepositoryContract,
        LedgerModelContract,
        FamilyContract,
        GateContract,
        CompanionsContract,
        SubVenuesContract,
        LateEvidenceContract,
        RetentionContract {}
