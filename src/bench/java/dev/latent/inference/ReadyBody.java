package dev.latent.inference;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the HTTP layer costs alone: a picture's size of bytes that are there. */
@RestController
class ReadyBody {
    private static final byte[] BODY = new byte[400];

    @GetMapping("/bench/ready")
    ResponseEntity<byte[]> ready() {
        return ResponseEntity.ok().contentType(MediaType.IMAGE_PNG).body(BODY);
    }
}
