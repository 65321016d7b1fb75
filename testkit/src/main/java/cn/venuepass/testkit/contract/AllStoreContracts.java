package cn.venuepass.testkit.contract;

/** Everything that one technology of stores must keep. */
public interface AllStoreContracts
    extends TransactionsContract,
        PeopleContract,
        SessionsContract,
        StaffContract,
        ReferenceDataContract,
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
        AuditLogContract,
        AuditChainContract,
        DataRequestContract,
        SharedTokensContract,
        SignInCodeContract,
        NotificationContract,
        DeliveryContract,
        RetentionContract,
        TurnsContract,
        SurveyPlacesContract {}
