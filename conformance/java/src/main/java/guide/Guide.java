// The guide with the official Java client. Only the host is ours: setPlaidAdapter.
package guide;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.plaid.client.ApiClient;
import com.plaid.client.model.*;
import com.plaid.client.request.PlaidApi;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import retrofit2.Call;
import retrofit2.Response;

public final class Guide {
  private static final String HOST = System.getenv("SELVEDGE_URL");
  private static final String CLIENT_ID = System.getenv("CLIENT_ID");
  private static final String SECRET = System.getenv("SECRET");

  private final PlaidApi app = connect(CLIENT_ID, SECRET);
  private PlaidApi partner;
  private String publicToken;
  private String accessToken;
  private String accountId;
  private String processorToken;

  public static void main(String[] arguments) {
    // Maven may leave control characters on the line that it ends with.
    System.out.println();
    new Guide().run();
  }

  private void run() {
    step("creates a link token", () -> {
      var request = new LinkTokenCreateRequest()
          .clientName("Guide")
          .language("en")
          .countryCodes(List.of(CountryCode.US))
          .products(List.of(Products.AUTH, Products.IDENTITY))
          .user(new LinkTokenCreateRequestUser().clientUserId("user-1"));
      var answer = answer(app.linkTokenCreate(request));
      check(answer.getLinkToken().startsWith("link-sandbox-"), answer);
      check(answer.getExpiration().isAfter(OffsetDateTime.now()), answer);
    });
    step("gets a public token", () -> {
      var request = new SandboxPublicTokenCreateRequest()
          .institutionId("ins_109508")
          .initialProducts(List.of(Products.AUTH, Products.IDENTITY));
      publicToken = answer(app.sandboxPublicTokenCreate(request)).getPublicToken();
      check(publicToken.startsWith("public-sandbox-"), publicToken);
    });
    step("exchanges it for an access token", () -> {
      accessToken = answer(exchange()).getAccessToken();
      check(accessToken.startsWith("access-sandbox-"), accessToken);
    });
    reads();
    processors();
    refusals();
  }

  private void reads() {
    step("lists the accounts", () -> {
      var accounts = answer(app.accountsGet(new AccountsGetRequest().accessToken(accessToken))).getAccounts();
      check(accounts.get(0).getName().equals("Plaid Checking"), accounts);
      check(accounts.get(0).getMask().equals("0000"), accounts);
    });
    step("reads balances", () -> {
      var request = new AccountsBalanceGetRequest().accessToken(accessToken);
      var balances = answer(app.accountsBalanceGet(request)).getAccounts().get(0).getBalances();
      check(balances.getAvailable() == 100 && balances.getCurrent() == 110, balances);
    });
    step("reads account and routing numbers", () -> {
      var ach = answer(app.authGet(new AuthGetRequest().accessToken(accessToken))).getNumbers().getAch().get(0);
      accountId = ach.getAccountId();
      check(ach.getAccount().equals("1111222233330000"), ach);
      check(ach.getRouting().equals("011401533"), ach);
    });
    step("reads who owns the account", () -> {
      var request = new IdentityGetRequest().accessToken(accessToken);
      var owners = answer(app.identityGet(request)).getAccounts().get(0).getOwners();
      check(!owners.get(0).getNames().isEmpty(), owners);
    });
  }

  private void processors() {
    step("makes a processor token", () -> {
      var request = new ProcessorTokenCreateRequest()
          .accessToken(accessToken)
          .accountId(accountId)
          .processor(ProcessorTokenCreateRequest.ProcessorEnum.DWOLLA);
      processorToken = answer(app.processorTokenCreate(request)).getProcessorToken();
      check(processorToken.startsWith("processor-sandbox-"), processorToken);
    });
    step("registers a partner", () -> {
      var keys = createPartner();
      partner = connect(keys.get("client_id").getAsString(), keys.get("secret").getAsString());
    });
    var request = new ProcessorAuthGetRequest().processorToken(processorToken);
    step("lets the partner read the numbers", () -> {
      var answer = answer(partner.processorAuthGet(request));
      check(answer.getNumbers().getAch().getAccount().equals("1111222233330000"), answer);
      check(answer.getAccount().getAccountId().equals(accountId), answer);
    });
    step("keeps the numbers from everybody else", () -> {
      var response = app.processorAuthGet(request).execute();
      check(response.code() == 400, response);
    });
  }

  private void refusals() {
    var auth = new AuthGetRequest().accessToken(accessToken);
    step("refuses a used public token", () -> refused(exchange(), "INVALID_INPUT", "INVALID_PUBLIC_TOKEN"));
    step("refuses an unknown access token", () -> {
      var unknown = new AuthGetRequest().accessToken("access-sandbox-nobody");
      refused(app.authGet(unknown), "INVALID_INPUT", "INVALID_ACCESS_TOKEN");
    });
    step("removes the Item", () -> {
      var answer = answer(app.itemRemove(new ItemRemoveRequest().accessToken(accessToken)));
      check(!answer.getRequestId().isEmpty(), answer);
    });
    step("knows the Item no more", () -> refused(app.authGet(auth), "ITEM_ERROR", "ITEM_NOT_FOUND"));
  }

  private Call<ItemPublicTokenExchangeResponse> exchange() {
    return app.itemPublicTokenExchange(new ItemPublicTokenExchangeRequest().publicToken(publicToken));
  }

  private static PlaidApi connect(String clientId, String secret) {
    var client = new ApiClient(Map.of("clientId", clientId, "secret", secret, "plaidVersion", "2020-09-14"));
    client.setPlaidAdapter(HOST);
    client.setTimeout(30);
    return client.createService(PlaidApi.class);
  }

  /** Partners are Selvedge's own: no client has a method for them. */
  private static JsonObject createPartner() throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(URI.create(HOST + "/selvedge/partners/create"))
        .header("content-type", "application/json")
        .header("PLAID-CLIENT-ID", CLIENT_ID)
        .header("PLAID-SECRET", SECRET)
        .POST(HttpRequest.BodyPublishers.ofString("{\"processor\": \"dwolla\", \"name\": \"Guide partner\"}"))
        .build();
    var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    check(answer.statusCode() == 200, answer.body());
    return JsonParser.parseString(answer.body()).getAsJsonObject();
  }

  private static <T> T answer(Call<T> call) throws IOException {
    Response<T> response = call.execute();
    if (!response.isSuccessful()) {
      throw new IllegalStateException(response.code() + " " + response.errorBody().string());
    }
    return response.body();
  }

  private static void refused(Call<?> call, String type, String code) throws IOException {
    Response<?> response = call.execute();
    check(response.code() == 400, response);
    var error = new Gson().fromJson(response.errorBody().string(), PlaidError.class);
    check(error.getErrorType().getValue().equals(type), error);
    check(error.getErrorCode().equals(code), error);
    check(!error.getErrorMessage().isEmpty() && error.getDisplayMessage() == null, error);
  }

  private static void check(boolean holds, Object seen) {
    if (!holds) {
      throw new IllegalStateException("unexpected: " + seen);
    }
  }

  private interface Action {
    void run() throws Exception;
  }

  private static void step(String name, Action action) {
    try {
      action.run();
      System.out.println("pass " + name);
    } catch (Exception error) {
      System.out.println("fail " + name);
      System.out.println("  " + error);
    }
  }
}
