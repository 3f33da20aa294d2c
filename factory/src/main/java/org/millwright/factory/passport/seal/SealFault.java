package org.millwright.factory.passport.seal;

/** What can be wrong with a seal; the words are {@code passport.fault.<name>} of the passport's messages. */
public enum SealFault {
    NOT_JSON,
    NO_SEAL,
    SEAL_UNREADABLE,
    OTHER_ALGORITHM,
    FINGERPRINT_DIFFERS,
    /** Something was changed after signing, or another key signed; a signature cannot say which field. */
    SIGNATURE_WRONG,
    ISSUER_DIFFERS,
    /** What it says is as signed, but the text around it is not. */
    REFORMATTED
}
