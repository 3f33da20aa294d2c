package org.millwright.factory.passport.seal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.millwright.factory.platform.PlatformSettings;
import org.millwright.factory.platform.identity.FactoryId;
import org.springframework.stereotype.Component;

/**
 * The passport keys of this installation's factories: {@code keys/passport-<factory>.key} in the data folder, readable by
 * its owner alone. A key is made when a factory signs its first passport, and never replaced by the program.
 */
@Component
public class SigningKeys {
    private static final String KEY_MODE = "rw-------";
    private static final String FOLDER_MODE = "rwx------";

    private final Path folder;
    private final Map<FactoryId, SigningKey> keys = new ConcurrentHashMap<>();

    SigningKeys(PlatformSettings settings) {
        this.folder = settings.data().resolve("keys");
    }

    public SigningKey of(FactoryId factory) {
        return keys.computeIfAbsent(factory, this::open);
    }

    private SigningKey open(FactoryId factory) {
        Path file = folder.resolve("passport-" + factory + ".key");
        try {
            if (!Files.exists(file)) {
                create(file);
            }
            return read(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The passport key %s cannot be read or made.".formatted(file), e);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException(
                    "The passport key %s is damaged.\nMaybe restore it from a backup: a new key would be unknown to everybody."
                            .formatted(file),
                    e);
        }
    }

    private void create(Path file) throws IOException, GeneralSecurityException {
        Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(FOLDER_MODE)));
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        String text = Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()) + "\n"
                + PublicKeyText.of(pair.getPublic()).x() + "\n";
        Path draft = Files.createTempFile(
                folder, "new", ".key", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(KEY_MODE)));
        try {
            Files.writeString(draft, text, StandardCharsets.US_ASCII);
            // A link appears whole and never replaces the key that another process made in the meantime.
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException e) {
            return;
        } finally {
            Files.delete(draft);
        }
    }

    private static SigningKey read(Path file) throws IOException, GeneralSecurityException {
        List<String> lines = Files.readAllLines(file, StandardCharsets.US_ASCII);
        if (lines.size() < 2) {
            throw new IllegalArgumentException("It has %d lines instead of 2.".formatted(lines.size()));
        }
        PrivateKey key = KeyFactory.getInstance("Ed25519")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(lines.getFirst())));
        SigningKey signing = new SigningKey(key, new PublicKeyText(lines.get(1)));
        String sample =
                Seal.sign(Map.of("issuer", Map.of("id", signing.publicKey().did())), key, signing.publicKey());
        if (SealCheck.of(sample).fault() != null) {
            throw new IllegalArgumentException("Its two parts do not belong together.");
        }
        return signing;
    }
}
