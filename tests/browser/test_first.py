from tests.browser.conftest import DESK
def test_it(visit, installation, tmp_path):
    installation.person("Samira", "nl", agreed=False)
    v = visit()
    v.open("/nl/sign-in")
    v.page.fill('[name=email]', "samira@example.org")
    v.submit()
    v.page.fill('[name=code]', installation.code("Samira"))
    v.submit()
    print(v.path)
    v.submit()
    print(v.path)
    v.submit()
    print(v.path, v.weights, v.faults)
